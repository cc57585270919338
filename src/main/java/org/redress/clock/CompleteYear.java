package org.redress.clock;

import java.time.Instant;

/**
 * A year all of whose bank holidays are in the table, so that days may be counted in it.
 *
 * @param division where they are kept
 * @param year the year
 * @param source who says so
 * @param reason why it was confirmed
 * @param confirmedAt when it was confirmed
 * @param confirmedBy account that confirmed it
 */
public record CompleteYear(
        Division division, int year, String source, String reason, Instant confirmedAt, String confirmedBy) {
}
