package org.redress.review;

import java.time.LocalDate;

/** Whether the force gets more time for its reply, and why. */
public record DecideMoreTime(Time moreTime, LocalDate newReplyDay, String reason) {

    /** What can be decided. */
    public enum Time {
        GRANTED,
        REFUSED
    }
}
