package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.redress.desk.Json;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Proposal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found on each allegation. */
@Service
public class Findings {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final ActRecord acts;

    Findings(JdbcTemplate jdbc, Json json, ActRecord acts) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
    }

    @Transactional
    void record(
            String caseReference,
            int number,
            Map<String, ChecklistAnswer> checklist,
            Proposal<Finding> decision,
            AssessAllegation answers) {
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
                decision.proposed() == null ? null : decision.proposed().name(),
                decision.decided().name(),
                answers.about(),
                answers.reason(),
                answers.reasonForForce(),
                answers.reasonForSubject(),
                answers.reasonForInterested(),
                decision.reason(),
                answers.oversightPoint(),
                decision.by(),
                Timestamp.from(decision.at()));
        acts.append(new Act(
                caseReference,
                decision.by(),
                "ASSESSED_ALLEGATION",
                decision.onRecord("Allegation " + number + ": outcome found " + decision.decided().words()),
                decision.whyOtherwise(),
                Map.of("number", number, "checklist", checklist, "finding", decision.decided())));
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
                new Proposal<>(
                        proposed == null ? null : Finding.valueOf(proposed),
                        Finding.valueOf(row.getString("finding")),
                        row.getString("departure_reason"),
                        row.getString("assessed_by"),
                        row.getTimestamp("assessed_at").toInstant()),
                row.getString("about"),
                new Reasons(
                        row.getString("reason"),
                        row.getString("reason_force"),
                        row.getString("reason_subject"),
                        row.getString("reason_interested")),
                row.getString("oversight_point"));
    }
}
