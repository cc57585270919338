package org.redress.step;

import java.util.Map;
import java.util.Set;

/**
 * Where a step stands: the case, the task and the person at work.
 *
 * @param caseReference the case, for example {@code RV/2026/000042K}
 * @param taskId the engine's id of the task
 * @param step the stem of the step's name, for example {@code DecideValidity}
 * @param person the account of the person at work, for example {@code caseworker1}
 * @param groups the groups that person belongs to
 * @param routing the routing facts that the task can see; read only
 * @param offeredTo for a step without Java the groups to which the diagram offers it, which alone say who may hold it; empty
 *     for every other step, whose line in {@code permissions.csv} says who
 */
public record StepContext(
        String caseReference,
        String taskId,
        String step,
        String person,
        Set<String> groups,
        Map<String, Object> routing,
        Set<String> offeredTo) {

    public StepContext {
        groups = Set.copyOf(groups);
        offeredTo = Set.copyOf(offeredTo);
        routing = java.util.Collections.unmodifiableMap(new java.util.HashMap<>(routing));
    }

    /** A routing fact as text, or null where the task sees none of that name. */
    public String text(String name) {
        Object value = routing.get(name);
        return value == null ? null : value.toString();
    }

    /**
     * A routing fact as a whole number.
     *
     * @throws IllegalStateException where the task sees no number of that name: the diagram does not set it
     */
    public int number(String name) {
        if (routing.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("Step " + step + " needs the number '" + name + "', which the diagram did not set");
    }
}
