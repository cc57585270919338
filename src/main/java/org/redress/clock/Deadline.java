package org.redress.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * The day that a rule of counting leads to.
 *
 * @param date the day found; the time runs to its end. For P3 the first day of the window, for P6 the earliest day, for
 *             P11 the latest
 * @param until the last day of the window of P3, otherwise null
 * @param explanation one sentence that a caseworker could read out
 * @param caution what to know before relying on the day; null where nothing in doubt was counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(LocalDate date, LocalDate until, String explanation, String caution) {
}
