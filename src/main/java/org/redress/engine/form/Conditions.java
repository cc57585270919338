package org.redress.engine.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;

/** Answers a form's FEEL conditions with the engine's own FEEL, by the values that a person handed in. */
final class Conditions {

    private final Supplier<FeelEngine> feel;

    Conditions(Supplier<FeelEngine> feel) {
        this.feel = feel;
    }

    /** Whether the condition holds. As in the browser, one that cannot be answered does not hold. */
    boolean holds(String condition, Map<String, Object> values) {
        try {
            return evaluate(condition, values);
        } catch (FeelException | IllegalArgumentException unanswerable) {
            return false;
        }
    }

    /**
     * Whether the condition can be answered at all.
     *
     * @throws FeelException where it cannot
     */
    void check(String condition, Map<String, Object> values) {
        evaluate(condition, values);
    }

    private boolean evaluate(String condition, Map<String, Object> values) {
        Object result = feel.get().evaluateSimpleExpression(condition, Variables.fromMap(values).asVariableContext());
        return Boolean.TRUE.equals(result);
    }
}
