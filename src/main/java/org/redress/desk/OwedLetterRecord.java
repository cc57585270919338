package org.redress.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.redress.letter.OwedDeliveries;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the letters that were owed, and the acts about them. */
@Component
class OwedLetterRecord {

    /** A person said what became of a letter. Published in the transaction that records it. */
    record Settled(String caseReference) {}

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwedLetterRecord(JdbcTemplate jdbc, ActRecord acts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /** The number under which the letter is owed from now on; empty where it has one that nobody has settled. */
    Optional<Integer> begin(OwedDeliveries.Owed owed) {
        Optional<Integer> number = jdbc.queryForList(
                        """
                        insert into app.owed_letter (case_reference, letter_id, delivery, problem, owed_since)
                        values (?, ?, ?, ?, ?) on conflict (letter_id) where settled_at is null do nothing returning id
                        """,
                        Integer.class,
                        owed.caseReference(),
                        owed.letterId(),
                        owed.delivery().name(),
                        owed.problem(),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst();
        number.ifPresent(begun -> acts.append(Act.of(
                        owed.caseReference(),
                        "redress",
                        "OWES_LETTER",
                        owed.kind() + " " + owed.kind().label() + " is not out. Somebody must settle it")
                .because(owed.problem())));
        return number;
    }

    void settle(OwedDeliveries.Owed owed, int number, Settlement settlement, String words, String by) {
        int settled = jdbc.update(
                """
                update app.owed_letter set settlement = ?, words = ?, settled_by = ?, settled_at = ?
                where id = ? and settled_at is null
                """,
                settlement.name(),
                words,
                by,
                Timestamp.from(clock.instant()),
                number);
        if (settled != 1) {
            throw new IllegalStateException("Letter " + owed.letterId() + " was settled by somebody else at the same moment");
        }
        acts.append(Act.of(
                        owed.caseReference(),
                        by,
                        "SETTLED_LETTER",
                        owed.kind() + " " + owed.kind().label() + ": " + settlement.words())
                .because(words));
        events.publishEvent(new Settled(owed.caseReference()));
    }

    long letterOf(int number) {
        Long letter = jdbc.queryForObject("select letter_id from app.owed_letter where id = ?", Long.class, number);
        return letter == null ? 0 : letter;
    }

    boolean isSettled(int number) {
        List<Boolean> settled =
                jdbc.queryForList("select settled_at is not null from app.owed_letter where id = ?", Boolean.class, number);
        return settled.contains(Boolean.TRUE);
    }
}
