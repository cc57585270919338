package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.database.Locks;
import org.redress.desk.ClosingBar;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allegations that come up in a review and were no part of the complaint. They are not decided here (12a): the outcome
 * letter to the force hands them over as new, where they were noted before it was drafted.
 */
@Service
public class NewAllegations implements ClosingBar {

    /**
     * @param number counted from 1 in the case
     * @param passedOn the day on which the force had it, or null
     * @param passedHow {@code LETTER} with the outcome letter, else how it was passed on
     */
    public record NewAllegation(
            int number,
            String text,
            String notedBy,
            Instant notedAt,
            LocalDate passedOn,
            String passedHow,
            String passedBy) {}

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final ActRecord acts;
    private final Clock clock;

    NewAllegations(JdbcTemplate jdbc, Locks locks, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Notes a new allegation. The same words said twice, as by a button pressed twice, are one allegation.
     *
     * @throws IllegalArgumentException where the text is blank
     */
    @Transactional
    public void note(String caseReference, String text, String by) {
        if (Faults.blank(text)) {
            throw new IllegalArgumentException("Write what the new allegation says.");
        }
        locks.alone("the new allegations", caseReference);
        if (of(caseReference).stream().anyMatch(known -> known.text().equals(text))) {
            return;
        }
        jdbc.update(
                """
                insert into app.new_allegation (case_reference, number, text, noted_by, noted_at)
                values (?, (select count(*) + 1 from app.new_allegation where case_reference = ?), ?, ?, ?)
                """,
                caseReference,
                caseReference,
                text,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(
                        caseReference,
                        by,
                        "NOTED_NEW_ALLEGATION",
                        "New allegation noted, to be sent back to the force as a new complaint")
                .because("S12a: what was not part of the complaint is not determined"));
    }

    /**
     * The force has a new allegation.
     *
     * @param how EMAIL, POST, PORTAL, or LETTER where the outcome letter carried it
     * @return whether the force did not have it before
     */
    @Transactional
    public boolean passedOn(String caseReference, int number, LocalDate on, String how, String by) {
        boolean first = 1 == jdbc.update(
                """
                update app.new_allegation set passed_on = ?, passed_how = ?, passed_by = ?
                where case_reference = ? and number = ? and passed_on is null
                """,
                Date.valueOf(on),
                how,
                by,
                caseReference,
                number);
        if (first) {
            acts.append(Act.of(
                            caseReference, by, "PASSED_ON_NEW_ALLEGATION", "New allegation " + number + " passed to the force")
                    .because("S12a: what was not part of the complaint is not determined"));
        }
        return first;
    }

    /** The cases with a new allegation that the force does not have. */
    @Transactional(readOnly = true)
    List<String> casesThatKeepOne() {
        return jdbc.queryForList(
                "select distinct case_reference from app.new_allegation where passed_on is null", String.class);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> refusal(String caseReference) {
        return of(caseReference).stream().anyMatch(found -> found.passedOn() == null)
                ? Optional.of("The force does not have every new allegation yet. Pass it on from the case page first.")
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    public List<NewAllegation> of(String caseReference) {
        return jdbc.query(
                "select * from app.new_allegation where case_reference = ? order by number",
                (row, i) -> new NewAllegation(
                        row.getInt("number"),
                        row.getString("text"),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant(),
                        row.getDate("passed_on") == null ? null : row.getDate("passed_on").toLocalDate(),
                        row.getString("passed_how"),
                        row.getString("passed_by")),
                caseReference);
    }
}
