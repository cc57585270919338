package org.redress.step;

import java.time.Instant;
import java.util.List;

/** What the procedures of a case wait for people to do. */
public interface OpenSteps {

    /**
     * A step that waits for somebody.
     *
     * @param task the task's id in the task list
     * @param name as the diagram names it
     * @param assignee the account that has it in hand, or null
     * @param groups who may take it
     * @param dueAt the moment after which it is late, or null
     * @param openSince when it came up
     * @param waitsUntil the moment until which it waits for somebody outside, or null where it waits for nobody
     */
    record OpenStep(
            String task,
            String name,
            String assignee,
            List<String> groups,
            Instant dueAt,
            Instant openSince,
            Instant waitsUntil) {}

    /** The open steps of a case, the one due first first. */
    List<OpenStep> of(String caseReference);
}
