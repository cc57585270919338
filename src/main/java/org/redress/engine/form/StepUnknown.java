package org.redress.engine.form;

/** There is no such step, and there is no record of one. */
public final class StepUnknown extends DoorException {

    StepUnknown(Throwable cause) {
        super("There is no such step. Go back to the task list and choose one.", cause);
    }
}
