package org.redress.step;

import java.util.Map;

/**
 * What happens when a person completes one step of a procedure.
 *
 * <p>A step named {@code Task_DecideValidity} in a diagram has the form {@code DecideValidity.form}, the record
 * {@code DecideValidity} that the form binds to, and one bean that implements {@code Step<DecideValidity>}.
 *
 * @param <A> the record of the step's answers; its component names are the keys of the form's fields
 */
public interface Step<A extends Record> {

    /**
     * Takes the answers, in the transaction that completes the task. When this throws, nothing is stored and the task
     * stays as it was.
     *
     * @param context which case, which task and who completes it
     * @param answers the answers, already checked against the form that was deployed with the process
     * @return the facts that the diagram needs to find its way; they alone become process variables
     * @throws StepRefused where the answers cannot stand; each fault names its field and says what to do
     */
    RoutingFacts complete(StepContext context, A answers);

    /**
     * What the form shows or offers before the person answers: prefilled answers, words to read, lists to choose from.
     * Worked out when the person opens the task and never kept in the engine.
     *
     * <p>Values may be strings, numbers, booleans, {@link java.time.LocalDate}, lists of strings, or lists of
     * {@link Option} for the choices of a field.
     */
    default Map<String, Object> show(StepContext context) {
        return Map.of();
    }
}
