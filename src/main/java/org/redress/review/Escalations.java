package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.DecisionTables;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
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

    private final CaseFiles cases;
    private final DecisionTables tables;
    private final Procedures procedures;
    private final Now now;
    private final JdbcTemplate jdbc;
    private final Json json;
    private final ActRecord acts;
    private final Clock clock;

    Escalations(
            CaseFiles cases,
            DecisionTables tables,
            Procedures procedures,
            Now now,
            JdbcTemplate jdbc,
            Json json,
            ActRecord acts,
            Clock clock) {
        this.cases = cases;
        this.tables = tables;
        this.procedures = procedures;
        this.now = now;
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Asks the table again, as days go by and contacts are noted: what was ticked at triage stands, the rest is counted
     * anew. Where a reason has come up that nobody was told of, the triage is written anew with it.
     *
     * @return the reasons that have come up, each with its level
     */
    @Transactional
    public List<Reason> lookAgain(String caseReference) {
        Triage before = latest(caseReference).orElse(null);
        Map<String, Object> facts = new LinkedHashMap<>(before == null ? Map.of() : before.facts());
        facts.put("allegationCount", cases.allegations(caseReference).size());
        facts.put("daysOpen", daysOpen(caseReference));
        facts.put("repeatContact", Boolean.TRUE.equals(facts.get("repeatContact")) || repeatContactNoted(caseReference));
        List<Map<String, Object>> hits = tables.consult("Escalation", facts);
        List<Reason> news = hits.stream()
                .filter(hit -> !"NONE".equals(hit.get("level")))
                .map(hit -> new Reason(hit.get("level").toString(), hit.get("reason").toString()))
                .filter(reason -> before == null || !before.reasons().contains(reason.words()))
                .toList();
        if (!news.isEmpty()) {
            triage(caseReference, facts, "redress");
            record(caseReference, hits);
        }
        return news;
    }

    /** @param level {@code OFFICER} or {@code MANAGER} */
    public record Reason(String level, String words) {}

    /** Notes that somebody keeps coming back about the case. What was said goes to the notes. */
    @Transactional
    public void noteRepeatContact(String caseReference, String what, String by) {
        cases.note(caseReference, "Repeated contact.\n\n" + what, by);
        jdbc.update(
                "insert into app.repeat_contact (case_reference, noted_by, noted_at) values (?, ?, ?)",
                caseReference,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "NOTED_REPEAT_CONTACT", "Repeated contact noted"));
    }

    @Transactional(readOnly = true)
    boolean repeatContactNoted(String caseReference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from app.repeat_contact where case_reference = ?)", Boolean.class, caseReference));
    }

    int daysOpen(String caseReference) {
        return (int) ChronoUnit.DAYS.between(now.londonDay(cases.get(caseReference).receivedAt()), now.today());
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
    @ForDiagrams
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
            procedures.know(caseReference, RoutingFacts.of("risk", "HIGH"));
        }
        return switch (level) {
            case "MANAGER" -> ReviewGroups.MANAGERS;
            case "OFFICER" -> ReviewGroups.OFFICERS;
            default -> "";
        };
    }

    /** What task lists must know of a case that was raised to somebody; nothing where it was not. */
    RoutingFacts asRouting(String caseReference) {
        return isRaised(caseReference) ? RoutingFacts.of("risk", "HIGH") : RoutingFacts.none();
    }

    /** Whether somebody else must agree how the case is handled, or had to. */
    boolean isRaised(String caseReference) {
        return latest(caseReference)
                .filter(triage -> triage.level() != null && !triage.level().equals("NONE"))
                .isPresent();
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
