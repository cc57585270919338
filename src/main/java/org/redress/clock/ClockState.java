package org.redress.clock;

/** What a clock is doing. */
public enum ClockState {
    /** It never began, for example because the right to a review was never explained. */
    NOT_STARTED,
    /** Its due day is coming, or has passed. */
    RUNNING,
    /** It stands still; there is no due day until it is restarted. */
    STOPPED,
    /** What it waited for happened, in time or late. */
    MET,
    /** It no longer matters. */
    CANCELLED;

    boolean isOpen() {
        return this == RUNNING || this == STOPPED;
    }
}
