package org.redress.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known about a case, fact by fact: the newest word counts, and who said what and when stays on the file. */
@Service
public class Facts {

    /** A set of facts as somebody gave it. */
    public record FactSet(FactSource source, CaseFacts facts, String recordedBy, Instant recordedAt) {}

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ActRecord acts;
    private final Clock clock;

    Facts(JdbcTemplate jdbc, ObjectMapper json, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    public void add(String caseReference, FactSource source, CaseFacts facts, String by) {
        add(caseReference, source, facts, null, by);
    }

    /**
     * Adds what a caseworker confirms.
     *
     * @param routeReason why the chosen route governs where only some allegations were investigated (section 2: which one
     *     does is not settled); null where all were handled alike
     */
    @Transactional
    void confirm(String caseReference, CaseFacts facts, String routeReason, String by) {
        if (routeReason != null && !routeReason.equals(routeReason(caseReference).orElse(null))) {
            acts.append(Act.of(caseReference, by, "CHOSE_ROUTE", "Chose the route for a complaint that was handled in two ways")
                    .because(routeReason));
        }
        add(caseReference, FactSource.CONFIRMED, facts, routeReason, by);
    }

    /** Why the chosen route governs, as it was last confirmed; empty where all allegations were handled alike. */
    @Transactional(readOnly = true)
    public Optional<String> routeReason(String caseReference) {
        return jdbc
                .query(
                        "select route_reason from app.fact_set where case_reference = ? and source = ? order by id desc limit 1",
                        (row, i) -> Optional.ofNullable(row.getString("route_reason")),
                        caseReference,
                        FactSource.CONFIRMED.name())
                .stream()
                .findFirst()
                .flatMap(reason -> reason);
    }

    private void add(String caseReference, FactSource source, CaseFacts facts, String routeReason, String by) {
        CaseFacts before = current(caseReference);
        jdbc.update(
                """
                insert into app.fact_set (case_reference, source, facts, route_reason, recorded_by, recorded_at)
                values (?, ?, ?::jsonb, ?, ?, ?)
                """,
                caseReference,
                source.name(),
                write(facts.known()),
                routeReason,
                by,
                Timestamp.from(clock.instant()));
        Map<String, Object> changed = new java.util.TreeMap<>(facts.known());
        changed.entrySet().removeIf(fact -> fact.getValue().equals(before.known().get(fact.getKey())));
        if (!changed.isEmpty()) {
            Map<String, Object> old = new java.util.TreeMap<>(before.known());
            old.keySet().retainAll(changed.keySet());
            acts.append(Act.of(caseReference, by, "RECORDED_FACTS", "Facts recorded from " + source.words())
                    .with(Map.of("before", old, "after", changed)));
        }
    }

    /** The facts as they stand now. */
    @Transactional(readOnly = true)
    public CaseFacts current(String caseReference) {
        return new FactHistory(history(caseReference)).current();
    }

    /** Every set of facts, oldest first. */
    @Transactional(readOnly = true)
    public List<FactSet> history(String caseReference) {
        return jdbc.query(
                "select source, facts, recorded_by, recorded_at from app.fact_set where case_reference = ? order by id",
                (row, i) -> new FactSet(
                        FactSource.valueOf(row.getString("source")),
                        read(row.getString("facts")),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()),
                caseReference);
    }

    /** Who said last what now stands about one fact, and when. */
    @Transactional(readOnly = true)
    public Optional<FactSet> judgedBy(String caseReference, String fact) {
        return new FactHistory(history(caseReference)).judgedBy(fact);
    }

    private String write(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts cannot be written as JSON", e);
        }
    }

    private CaseFacts read(String text) {
        try {
            return json.readValue(text, CaseFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts on the file cannot be read as JSON", e);
        }
    }
}
