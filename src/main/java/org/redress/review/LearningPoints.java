package org.redress.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is learned from reviews, and handling faults that did not change an outcome (S16). */
@Service
public class LearningPoints {

    /** Learning for the force, or a handling fault that is fed back without statutory force. */
    public enum Kind {
        LEARNING,
        OVERSIGHT
    }

    /** @param governance whether it goes to the governance meeting with the force */
    public record LearningPoint(Kind kind, String text, boolean governance, String writtenBy, Instant writtenAt) {}

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Clock clock;

    LearningPoints(JdbcTemplate jdbc, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    /** Keeps a point; a blank text is none. */
    @Transactional
    void add(String caseReference, Kind kind, String text, boolean governance, String by) {
        if (Faults.blank(text)) {
            return;
        }
        jdbc.update(
                """
                insert into app.learning_point (case_reference, kind, text, governance, written_by, written_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                kind.name(),
                text,
                governance,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(
                caseReference,
                by,
                "RECORDED_LEARNING",
                kind == Kind.LEARNING ? "Learning recorded" : "Oversight point recorded"));
    }

    @Transactional(readOnly = true)
    public List<LearningPoint> of(String caseReference) {
        return jdbc.query(
                "select * from app.learning_point where case_reference = ? order by id",
                (row, i) -> new LearningPoint(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getBoolean("governance"),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()),
                caseReference);
    }
}
