package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.Json;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Proposal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decisions on reviews. A decision that was sent back or overtaken is set aside and stays on the file. */
@Service
public class Decisions {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final ActRecord acts;
    private final Clock clock;

    Decisions(JdbcTemplate jdbc, Json json, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    void decide(String caseReference, Proposal<Outcome> decision, DecideOutcome answers, List<Measure> measures) {
        setAside(caseReference);
        jdbc.update(
                """
                insert into app.review_decision (case_reference, version, proposed, outcome, measures, recommendation_text,
                  outcome_reason, reason_force, reason_subject, reason_interested, departure_reason, decided_by, decided_at)
                values (?, 0, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                decision.proposed().name(),
                decision.decided().name(),
                json.write(measures),
                answers.recommendationText(),
                answers.outcomeReason(),
                answers.reasonForForce(),
                answers.reasonForSubject(),
                answers.reasonForInterested(),
                decision.reason(),
                decision.by(),
                Timestamp.from(decision.at()));
        acts.append(new Act(
                caseReference,
                decision.by(),
                "DECIDED_OUTCOME",
                decision.onRecord("Outcome decided: " + (decision.decided() == Outcome.UPHELD ? "upheld" : "not upheld")),
                decision.whyOtherwise(),
                Map.of("proposed", decision.proposed(), "outcome", decision.decided(), "measures", measures)));
    }

    @Transactional
    void check(String caseReference, boolean sound, String note, String by) {
        jdbc.update(
                """
                update app.review_decision set checked_by = ?, checked_at = ?, sound = ?, check_note = ?, version = version + 1
                where case_reference = ? and not set_aside
                """,
                by,
                Timestamp.from(clock.instant()),
                sound,
                note,
                caseReference);
        Map<String, Object> details = new HashMap<>();
        details.put("note", note);
        acts.append(new Act(
                caseReference,
                by,
                "CHECKED_QUALITY",
                sound ? "Decision checked and found sound" : "Decision sent back after the quality check",
                null,
                details));
    }

    /** The decision that counts, if there is one. */
    @Transactional(readOnly = true)
    public Optional<ReviewDecision> current(String caseReference) {
        return jdbc
                .query(
                        "select * from app.review_decision where case_reference = ? and not set_aside",
                        this::read,
                        caseReference)
                .stream()
                .findFirst();
    }

    @Transactional
    void setAside(String caseReference) {
        jdbc.update(
                "update app.review_decision set set_aside = true where case_reference = ? and not set_aside", caseReference);
    }

    private ReviewDecision read(ResultSet row, int index) throws SQLException {
        return new ReviewDecision(
                row.getLong("id"),
                new Proposal<>(
                        Outcome.valueOf(row.getString("proposed")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("departure_reason"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant()),
                json.read(row.getString("measures"), new TypeReference<>() {}),
                row.getString("recommendation_text"),
                new Reasons(
                        row.getString("outcome_reason"),
                        row.getString("reason_force"),
                        row.getString("reason_subject"),
                        row.getString("reason_interested")),
                row.getString("checked_by"),
                instant(row.getTimestamp("checked_at")),
                (Boolean) row.getObject("sound"),
                row.getString("check_note"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
