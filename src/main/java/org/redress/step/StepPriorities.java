package org.redress.step;

/** What lifts the steps of a case in the task lists beside the due day that the diagram names. */
public interface StepPriorities {

    /**
     * The lowest priority that a step may have now.
     *
     * @param task the task's id
     * @return from 0 (nothing lifts it) to 100
     */
    int least(String caseReference, String task);
}
