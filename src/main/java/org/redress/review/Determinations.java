package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CasePath;
import org.redress.clock.Clocks;
import org.redress.desk.Json;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.DecisionTables;
import org.redress.step.Proposal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the tables proposed and what the person made of it. The diagram hands the tables' results in. */
@Service
public class Determinations {

    private final JdbcTemplate jdbc;
    private final Json json;
    private final Clocks clocks;
    private final Facts facts;
    private final DecisionTables tables;
    private final ReviewWords words;
    private final ActRecord acts;
    private final Clock clock;

    Determinations(
            JdbcTemplate jdbc,
            Json json,
            Clocks clocks,
            Facts facts,
            DecisionTables tables,
            ReviewWords words,
            ActRecord acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clocks = clocks;
        this.facts = facts;
        this.tables = tables;
        this.words = words;
        this.acts = acts;
        this.clock = clock;
    }

    /** The codes of the validity rules that fired, in the order of the table. */
    @ForDiagrams
    public List<String> codes(List<Map<String, Object>> validityHits) {
        return validityHits.stream().map(hit -> hit.get("code").toString()).toList();
    }

    /** Keeps what the tables said of who must review and whether in time, with every limb and code. */
    @Transactional
    @ForDiagrams
    public void record(
            String caseReference,
            String regime,
            String route,
            List<Map<String, Object>> limbs,
            String reviewBody,
            String timeliness,
            List<Map<String, Object>> validityHits,
            String proposedPath) {
        List<Determination.LimbMet> limbsMet = limbs.stream()
                .map(hit -> new Determination.LimbMet(
                        Limb.valueOf(hit.get("limb").toString()), hit.get("provision").toString()))
                .toList();
        List<Determination.CodeFired> codes = validityHits.stream()
                .map(hit -> new Determination.CodeFired(hit.get("code").toString(), hit.get("effect").toString()))
                .toList();
        jdbc.update(
                """
                insert into app.determination (case_reference, regime, route, review_body, timeliness, counted_days, limbs,
                  codes, proposed_path, determined_at) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                caseReference,
                regime,
                route,
                reviewBody,
                timeliness,
                clocks.countedDays(caseReference),
                json.write(limbsMet),
                json.write(codes),
                proposedPath,
                Timestamp.from(clock.instant()));
        acts.append(new Act(
                caseReference,
                "redress",
                "APPLIED_TABLES",
                "The tables propose: " + words.path(new CasePath(proposedPath)).toLowerCase(java.util.Locale.ROOT),
                null,
                Map.of(
                        "regime", regime,
                        "route", route,
                        "reviewBody", reviewBody,
                        "timeliness", timeliness,
                        "limbs", limbsMet,
                        "codes", codes)));
    }

    /**
     * A withdrawal came while a proposal waits for its decision: the tables are asked again, so that the person decides on
     * what is known now.
     */
    @Transactional
    void weighWithdrawal(String caseReference) {
        Determination waiting = latest(caseReference).filter(found -> !found.path().isDecided()).orElse(null);
        if (waiting == null) {
            return;
        }
        Map<String, Object> inputs = new HashMap<>(facts.current(caseReference).routing().values());
        inputs.put("regime", waiting.regime());
        inputs.put("route", waiting.route());
        inputs.put("reviewBody", waiting.reviewBody());
        inputs.put("timeliness", waiting.timeliness());
        List<Map<String, Object>> hits = tables.evaluate("Validity", caseReference, inputs);
        inputs.put("validityCodes", codes(hits));
        String path = tables.evaluate("ReviewPath", caseReference, inputs).get(0).get("path").toString();
        List<Map<String, Object>> limbs = waiting.limbs().stream()
                .map(met -> Map.<String, Object>of("limb", met.limb().name(), "provision", met.provision()))
                .toList();
        record(
                caseReference,
                waiting.regime(),
                waiting.route(),
                limbs,
                waiting.reviewBody(),
                waiting.timeliness(),
                hits,
                path);
    }

    /** The person's decision on the newest proposal. */
    @Transactional
    public void decide(String caseReference, CasePath path, String departureReason, String by) {
        Determination standing = latest(caseReference)
                .orElseThrow(() -> new IllegalStateException("Nothing has been determined for " + caseReference));
        Proposal<CasePath> decision = standing.path().decide(path, departureReason, by, clock.instant());
        jdbc.update(
                "update app.determination set decided_path = ?, departure_reason = ?, decided_by = ?, decided_at = ? where id = ?",
                path.name(),
                decision.whyOtherwise(),
                by,
                Timestamp.from(decision.at()),
                standing.id());
        acts.append(new Act(
                caseReference,
                by,
                "DECIDED_VALIDITY",
                decision.onRecord("Decided: " + words.path(path).toLowerCase(java.util.Locale.ROOT)),
                decision.whyOtherwise(),
                Map.of("proposed", standing.proposedPath(), "decided", path)));
    }

    @Transactional(readOnly = true)
    public Optional<Determination> latest(String caseReference) {
        return all(caseReference).stream().reduce((earlier, later) -> later);
    }

    /** All determinations of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Determination> all(String caseReference) {
        return jdbc.query(
                "select * from app.determination where case_reference = ? order by id", this::read, caseReference);
    }

    private Determination read(ResultSet row, int index) throws SQLException {
        String decided = row.getString("decided_path");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Determination(
                row.getLong("id"),
                row.getString("regime"),
                row.getString("route"),
                row.getString("review_body"),
                row.getString("timeliness"),
                (Integer) row.getObject("counted_days"),
                json.read(row.getString("limbs"), new TypeReference<>() {}),
                json.read(row.getString("codes"), new TypeReference<>() {}),
                new Proposal<>(
                        new CasePath(row.getString("proposed_path")),
                        CasePath.orNull(decided),
                        row.getString("departure_reason"),
                        row.getString("decided_by"),
                        decidedAt == null ? null : decidedAt.toInstant()),
                row.getTimestamp("determined_at").toInstant());
    }
}
