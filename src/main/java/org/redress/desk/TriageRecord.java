package org.redress.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.Escalations.Triage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of triages and of repeated contacts. */
@Component
class TriageRecord {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final Clock clock;

    TriageRecord(JdbcTemplate jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(String caseReference, Map<String, Object> facts, String by) {
        jdbc.update(
                "insert into app.triage (case_reference, facts, reasons, triaged_by, triaged_at) values (?, ?::jsonb, '[]', ?, ?)",
                caseReference,
                json.write(facts),
                by,
                Timestamp.from(clock.instant()));
    }

    /** What the table said of the newest triage. */
    void level(String caseReference, String level, List<String> reasons) {
        jdbc.update(
                """
                update app.triage set level = ?, reasons = ?::jsonb
                where id = (select max(id) from app.triage where case_reference = ?)
                """,
                level,
                json.write(reasons),
                caseReference);
    }

    Optional<Triage> latest(String caseReference) {
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

    void noteRepeatContact(String caseReference, String by) {
        jdbc.update(
                "insert into app.repeat_contact (case_reference, noted_by, noted_at) values (?, ?, ?)",
                caseReference,
                by,
                Timestamp.from(clock.instant()));
    }

    boolean repeatContactNoted(String caseReference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from app.repeat_contact where case_reference = ?)", Boolean.class, caseReference));
    }
}
