package org.redress.step;

import java.util.List;
import java.util.Map;

/** Asks a decision table as it stands in the rules that the case began under. */
public interface DecisionTables {

    /**
     * Evaluates a table.
     *
     * @param decision the table's id, for example {@code AllegationFinding}
     * @param caseReference the case whose process version says which version of the table counts
     * @param inputs the inputs by the table's own names; dates as ISO text
     * @return one map a rule that fired, outputs by name; empty where none fired
     */
    List<Map<String, Object>> evaluate(String decision, String caseReference, Map<String, ?> inputs);

    /**
     * Evaluates the newest version of a table, for all cases alike and without a trace in the engine's history: for what
     * is asked again and again, such as what needs attention today.
     *
     * @return as {@link #evaluate}
     */
    List<Map<String, Object>> consult(String decision, Map<String, ?> inputs);

    /**
     * The rules of a table, so that an answer can be explained by the very rows that gave it.
     *
     * @param decision the table's id
     * @param caseReference the case whose process version says which version of the table counts
     */
    List<DecisionRow> rows(String decision, String caseReference);
}
