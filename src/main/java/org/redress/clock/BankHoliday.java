package org.redress.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One row of the table of bank holidays.
 *
 * @param day the day that is no working day
 * @param title its name, as in "Good Friday"
 * @param division where it is kept
 * @param source who says so
 * @param verified whether the day was compared with an official list
 * @param publishedAt when the source published it, if known
 * @param addedAt when it came into our table
 * @param addedBy account that added it
 * @param reason why it was added
 * @param withdrawnAt when it stopped counting; null while it counts
 * @param withdrawnBy account that withdrew it, or null
 * @param withdrawnReason why it was withdrawn, or null
 */
public record BankHoliday(LocalDate day, String title, Division division, String source, boolean verified,
        Instant publishedAt, Instant addedAt, String addedBy, String reason,
        Instant withdrawnAt, String withdrawnBy, String withdrawnReason) {
}
