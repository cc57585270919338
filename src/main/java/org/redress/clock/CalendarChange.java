package org.redress.clock;

import java.time.Instant;

/**
 * One change to the table of bank holidays.
 *
 * @param by the account that made it
 * @param words what changed, as a sentence without its full stop
 * @param reason why
 */
public record CalendarChange(Instant at, String by, String words, String reason) {
}
