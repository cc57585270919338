package org.redress.engine.form;

/** Something bars this person from this step; see {@link org.redress.step.TaskBar}. */
public final class StepBarred extends DoorException {

    StepBarred(String message) {
        super(message);
    }
}
