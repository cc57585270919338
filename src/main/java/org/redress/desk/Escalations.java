package org.redress.desk;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private final ProcedureOf procedureOf;
    private final TriageRecord triages;
    private final ActRecord acts;
    private final Now now;

    Escalations(
            CaseFiles cases,
            DecisionTables tables,
            Procedures procedures,
            ProcedureOf procedureOf,
            TriageRecord triages,
            ActRecord acts,
            Now now) {
        this.cases = cases;
        this.tables = tables;
        this.procedures = procedures;
        this.procedureOf = procedureOf;
        this.triages = triages;
        this.acts = acts;
        this.now = now;
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
        triages.noteRepeatContact(caseReference, by);
        acts.append(Act.of(caseReference, by, "NOTED_REPEAT_CONTACT", "Repeated contact noted"));
    }

    @Transactional(readOnly = true)
    public boolean repeatContactNoted(String caseReference) {
        return triages.repeatContactNoted(caseReference);
    }

    public int daysOpen(String caseReference) {
        return (int) ChronoUnit.DAYS.between(now.londonDay(cases.get(caseReference).receivedAt()), now.today());
    }

    @Transactional
    public void triage(String caseReference, Map<String, Object> facts, String by) {
        triages.add(caseReference, facts, by);
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
        triages.level(caseReference, level, reasons);
        if (level.equals("NONE")) {
            return "";
        }
        acts.append(Act.of(caseReference, "redress", "ESCALATED", "Raised to the " + level.toLowerCase(Locale.ROOT))
                .with(Map.of("reasons", reasons)));
        procedures.know(caseReference, RoutingFacts.of("risk", "HIGH"));
        return procedureOf.staff(caseReference).group(Told.valueOf(level));
    }

    /** What task lists must know of a case that was raised to somebody; nothing where it was not. */
    public RoutingFacts asRouting(String caseReference) {
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
        return triages.latest(caseReference);
    }
}
