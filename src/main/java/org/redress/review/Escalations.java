package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.people.Groups;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the triage of a case and says which group must agree how it is handled. */
@Service
public class Escalations {

    /**
     * A triage as it stands on the file.
     *
     * @param level {@code NONE}, {@code OFFICER} or {@code MANAGER}; null until the table was asked
     * @param reasons why, one for each rule that fired
     */
    public record Triage(String level, List<String> reasons, Map<String, Object> facts, String triagedBy) {}

    private final JdbcTemplate jdbc;
    private final Json json;
    private final ActRecord acts;
    private final Clock clock;

    Escalations(JdbcTemplate jdbc, Json json, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    void triage(String caseReference, Map<String, Object> facts, String by) {
        jdbc.update(
                "insert into app.triage (case_reference, facts, reasons, triaged_by, triaged_at) values (?, ?::jsonb, '[]', ?, ?)",
                caseReference,
                json.write(facts),
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "TRIAGED_CASE", "Case triaged").with(facts));
    }

    /**
     * Keeps what the table said.
     *
     * @param hits the rules of the table Escalation that fired
     * @return the group that must agree how the case is handled; empty where nobody must
     */
    @Transactional
    public String record(String caseReference, List<Map<String, Object>> hits) {
        List<String> levels = hits.stream().map(hit -> hit.get("level").toString()).toList();
        List<String> reasons = hits.stream()
                .filter(hit -> !"NONE".equals(hit.get("level")))
                .map(hit -> hit.get("reason").toString())
                .toList();
        String level = levels.contains("MANAGER") ? "MANAGER" : levels.contains("OFFICER") ? "OFFICER" : "NONE";
        jdbc.update(
                """
                update app.triage set level = ?, reasons = ?::jsonb
                where id = (select max(id) from app.triage where case_reference = ?)
                """,
                level,
                json.write(reasons),
                caseReference);
        if (!level.equals("NONE")) {
            acts.append(Act.of(caseReference, "redress", "ESCALATED", "Raised to the " + level.toLowerCase(java.util.Locale.ROOT))
                    .with(Map.of("reasons", reasons)));
        }
        return switch (level) {
            case "MANAGER" -> Groups.REVIEWS_MANAGERS;
            case "OFFICER" -> Groups.REVIEWS_OFFICERS;
            default -> "";
        };
    }

    @Transactional(readOnly = true)
    public Optional<Triage> latest(String caseReference) {
        return jdbc
                .query(
                        "select * from app.triage where case_reference = ? order by id desc limit 1",
                        (row, i) -> new Triage(
                                row.getString("level"),
                                json.read(row.getString("reasons"), new TypeReference<>() {}),
                                json.read(row.getString("facts"), new TypeReference<>() {}),
                                row.getString("triaged_by")),
                        caseReference)
                .stream()
                .findFirst();
    }
}
