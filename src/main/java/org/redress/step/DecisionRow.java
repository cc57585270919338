package org.redress.step;

import java.util.List;
import java.util.Map;

/**
 * One rule of a decision table, as its owner wrote it.
 *
 * @param annotation what the owner wrote beside the rule: its first line says the rule in plain words, the rest gives the
 *     source
 * @param conditions the cells that are filled in; a cell left empty asks for nothing
 * @param conclusions what the rule gives, by the names of the outputs, without quotation marks
 */
public record DecisionRow(String id, String annotation, List<Condition> conditions, Map<String, String> conclusions) {

    /**
     * One cell.
     *
     * @param fact what the column asks for, by the name of the fact, for example {@code seniorOfficer}
     * @param question the column's heading
     * @param cell what the rule wants, in FEEL, for example {@code true} or {@code false, null}
     */
    public record Condition(String fact, String question, String cell) {}

    public DecisionRow {
        conditions = List.copyOf(conditions);
        conclusions = Map.copyOf(conclusions);
    }

    /** The rule in plain words. */
    public String words() {
        return annotation.strip().lines().findFirst().orElse("");
    }
}
