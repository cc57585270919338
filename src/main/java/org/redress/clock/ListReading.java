package org.redress.clock;

import java.time.Instant;

/**
 * That a list of bank holidays was read, and what came of it.
 *
 * @param at when
 * @param by account that read it; {@code redress} for the daily look
 * @param source where it came from
 * @param reason why it was read
 * @param taken true if it was taken in, false if it was refused
 * @param words what changed, or why it was refused
 */
public record ListReading(Instant at, String by, String source, String reason, boolean taken, String words) {
}
