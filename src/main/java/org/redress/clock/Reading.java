package org.redress.clock;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * What a clock says once a set of facts is known.
 *
 * @param state what the clock is doing
 * @param startedOn the day from which it counts, or null
 * @param dueOn the day on whose end it runs out, or null if there is none
 * @param countedDays for the time for applying, how many days were used; otherwise null
 * @param lastDay for the time for applying, its last day without any extension; otherwise null
 * @param explanation one sentence
 */
@Embeddable
record Reading(@Enumerated(EnumType.STRING) ClockState state, LocalDate startedOn, LocalDate dueOn,
        Integer countedDays, LocalDate lastDay, String explanation) {

    /** The day that somebody must keep now: null once the clock is stopped, met or cancelled. */
    LocalDate dueNow() {
        return state == ClockState.RUNNING ? dueOn : null;
    }
}
