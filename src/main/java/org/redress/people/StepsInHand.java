package org.redress.people;

import java.util.List;

/** The steps of a case that somebody has in hand, and who could take each of them. */
public interface StepsInHand {

    /**
     * One step.
     *
     * @param id the engine's id of the task
     * @param name what it is called
     * @param next those who may take it, whoever has the fewest steps in hand first
     */
    record StepInHand(String id, String name, List<StaffMember> next) {}

    /** What somebody has in hand of a case. */
    List<StepInHand> of(String caseReference, String account);

    /**
     * Gives a step that somebody has in hand to somebody else, in their name.
     *
     * @throws AllocationRefused where the person does not have the step any more, or the other may not hold it
     */
    void handOver(String caseReference, String step, String from, String to);
}
