package org.redress.review;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.step.DecisionTables;
import org.springframework.stereotype.Component;

/** Asks the table AllegationFinding what the answers to the checklist propose. */
@Component
class Checklist {

    private final DecisionTables tables;

    Checklist(DecisionTables tables) {
        this.tables = tables;
    }

    /** The twelve answers by question, in the order of the form. */
    static Map<String, ChecklistAnswer> answers(AssessAllegation assessment) {
        Map<String, ChecklistAnswer> answers = new LinkedHashMap<>();
        for (RecordComponent component : AssessAllegation.class.getRecordComponents()) {
            if (component.getType() == ChecklistAnswer.class) {
                try {
                    answers.put(component.getName(), (ChecklistAnswer) component.getAccessor().invoke(assessment));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("The answer " + component.getName() + " cannot be read", e);
                }
            }
        }
        return answers;
    }

    Optional<Proposed> propose(String caseReference, Map<String, ChecklistAnswer> answers) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        answers.forEach((question, answer) -> inputs.put(question, answer == null ? null : answer.name()));
        List<Map<String, Object>> result = tables.evaluate("AllegationFinding", caseReference, inputs);
        return result.stream()
                .filter(row -> row.get("finding") != null)
                .map(row -> new Proposed(Finding.valueOf(row.get("finding").toString()), String.valueOf(row.get("reason"))))
                .findFirst();
    }

    /** What the table proposes and why. */
    record Proposed(Finding finding, String reason) {}
}
