package org.redress.clock;

/** A clock cannot do what was asked in the state it is in, for example be restarted while it runs. */
public class ClockStateException extends IllegalStateException {

    private final ClockName clock;
    private final ClockState state;

    ClockStateException(ClockRule rule, ClockState state, String message) {
        super(rule.name() + ": " + message);
        this.clock = rule.clock();
        this.state = state;
    }

    /** Which clock. */
    public ClockName clock() {
        return clock;
    }

    /** What it is doing instead. */
    public ClockState state() {
        return state;
    }
}
