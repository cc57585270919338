package org.redress.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(
        description = "The day that a rule of counting leads to, and why",
        example = """
                {"date": "2026-04-13",
                 "explanation": "The 5th working day after Thursday 2 April 2026 is Monday 13 April 2026."}""")
public record Deadline(LocalDate date, LocalDate until, String explanation, String caution) {
}
