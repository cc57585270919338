package org.redress.clock;

import java.time.LocalDate;

/**
 * The day on which something is due has changed, has come or has gone. Published inside the transaction that changed
 * it, so that tasks and timers move with it or not at all.
 *
 * @param caseReference the case
 * @param clock which clock
 * @param from the day that was due until now, or null if none was
 * @param to the day that is due now, or null if none is: the clock was stopped, met or cancelled
 * @param reason why, as a sentence for the file
 */
public record DueDayMoved(String caseReference, ClockName clock, LocalDate from, LocalDate to, String reason) {
}
