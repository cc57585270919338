package org.redress.engine.form;

/** The step is with somebody else. */
public final class StepNotYours extends DoorException {

    private final String holder;

    StepNotYours(String holder) {
        super("This step is with " + holder + ". Ask them to complete it, or ask a manager to give it to you.");
        this.holder = holder;
    }

    private StepNotYours(String holder, String message) {
        super(message);
        this.holder = holder;
    }

    static StepNotYours onlyForYourself(String person) {
        return new StepNotYours(person, "You can claim a step for yourself only. Ask a manager to give it to " + person + ".");
    }

    /** The account that holds the step, or for which it was to be claimed. */
    public String holder() {
        return holder;
    }
}
