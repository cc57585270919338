package org.redress.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.casefile.Party;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Option;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which allegations are about a person on the file, or of interest to them: a letter tells them of these and of no others. Where
 * nobody has said anything of a person and an allegation, the person may have come later: the letter tells of it, and is read
 * before it is approved.
 */
@Service
public class AllegationReaders {

    /** The choice that an allegation concerns nobody on the file. */
    static final String NOBODY = "NOBODY";

    private final JdbcTemplate jdbc;
    private final ReviewWords words;
    private final ActRecord acts;
    private final Clock clock;

    AllegationReaders(JdbcTemplate jdbc, ReviewWords words, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.acts = acts;
        this.clock = clock;
    }

    /** The people to choose from, each told from others of the same name; and nobody. Empty where there are none. */
    List<Option> options(List<Party> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Party person : people) {
            String label = person.fullName() + " (" + words.party(person.role()).toLowerCase(java.util.Locale.UK) + ")";
            if (!labels.add(label)) {
                label += ", the one added as number " + person.id();
            }
            options.add(new Option(label, String.valueOf(person.id())));
        }
        options.add(new Option("Nobody on the file", NOBODY));
        return options;
    }

    /** Says of every one of these people whether the allegation concerns them. */
    @Transactional
    void record(String caseReference, int number, List<Party> people, List<String> chosen, String by) {
        people.forEach(person -> say(caseReference, person.id(), number, chosen.contains(String.valueOf(person.id())), by));
    }

    /** Says of every one of these allegations whether it concerns the person. */
    @Transactional
    void record(String caseReference, Party person, List<Integer> numbers, List<String> chosen, String by) {
        numbers.forEach(number -> say(caseReference, person.id(), number, chosen.contains(String.valueOf(number)), by));
        acts.append(Act.of(caseReference, by, "SAID_WHOM_ALLEGATIONS_CONCERN", "Said which allegations concern a person on the file")
                .with(Map.of("party", person.id(), "allegations", chosen)));
    }

    private void say(String caseReference, long party, int number, boolean concerned, String by) {
        jdbc.update(
                """
                insert into app.allegation_reader (case_reference, party, number, concerned, said_by, said_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                party,
                number,
                concerned,
                by,
                Timestamp.from(clock.instant()));
    }

    /** Whether an allegation concerns a person, as far as somebody said; the newest word counts. */
    @Transactional(readOnly = true)
    Map<Integer, Boolean> of(String caseReference, long party) {
        Map<Integer, Boolean> said = new HashMap<>();
        jdbc.query(
                "select number, concerned from app.allegation_reader where case_reference = ? and party = ? order by id",
                row -> {
                    said.put(row.getInt(1), row.getBoolean(2));
                },
                caseReference,
                party);
        return said;
    }
}
