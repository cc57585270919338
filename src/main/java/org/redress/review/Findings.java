package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.redress.desk.Json;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found on each allegation. */
@Service
public class Findings {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final ActRecord acts;
    private final Clock clock;

    Findings(JdbcTemplate jdbc, Json json, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    void record(
            String caseReference,
            int number,
            Map<String, ChecklistAnswer> checklist,
            Finding proposed,
            AssessAllegation answers,
            String by) {
        jdbc.update(
                "update app.assessment set set_aside = true where case_reference = ? and number = ? and not set_aside",
                caseReference,
                number);
        jdbc.update(
                """
                insert into app.assessment (case_reference, number, checklist, proposed, finding, about, reason, reason_force,
                  reason_subject, reason_interested, departure_reason, oversight_point, assessed_by, assessed_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                number,
                json.write(checklist),
                proposed == null ? null : proposed.name(),
                answers.finding().name(),
                answers.about(),
                answers.reason(),
                answers.reasonForForce(),
                answers.reasonForSubject(),
                answers.reasonForInterested(),
                answers.departureReason(),
                answers.oversightPoint(),
                by,
                Timestamp.from(clock.instant()));
        boolean departs = answers.finding() != proposed;
        acts.append(new Act(
                caseReference,
                by,
                "ASSESSED_ALLEGATION",
                "Allegation " + number + ": outcome found " + answers.finding().words()
                        + (departs ? " (not what the table proposed)" : ""),
                departs ? answers.departureReason() : null,
                Map.of("number", number, "checklist", checklist, "finding", answers.finding())));
    }

    /** The assessments that count, by number of the allegation. */
    @Transactional(readOnly = true)
    public List<Assessment> of(String caseReference) {
        return jdbc.query(
                "select * from app.assessment where case_reference = ? and not set_aside order by number",
                this::read,
                caseReference);
    }

    /** How many allegations were found to have an outcome that is not reasonable and proportionate. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public int notReasonableCount(String caseReference) {
        return (int) of(caseReference).stream()
                .filter(assessment -> assessment.finding() == Finding.NOT_REASONABLE_AND_PROPORTIONATE)
                .count();
    }

    /** Sets every assessment aside; they stay on the file. */
    @Transactional
    void setAside(String caseReference) {
        jdbc.update("update app.assessment set set_aside = true where case_reference = ? and not set_aside", caseReference);
    }

    private Assessment read(ResultSet row, int index) throws SQLException {
        String proposed = row.getString("proposed");
        return new Assessment(
                row.getInt("number"),
                json.read(row.getString("checklist"), new TypeReference<>() {}),
                proposed == null ? null : Finding.valueOf(proposed),
                Finding.valueOf(row.getString("finding")),
                row.getString("about"),
                new Reasons(
                        row.getString("reason"),
                        row.getString("reason_force"),
                        row.getString("reason_subject"),
                        row.getString("reason_interested")),
                row.getString("departure_reason"),
                row.getString("oversight_point"),
                row.getString("assessed_by"),
                row.getTimestamp("assessed_at").toInstant());
    }
}
