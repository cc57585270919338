package org.redress.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar's door: which day a rule of counting leads to. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "Calendar")
class CalendarController {

    private final DayCount dayCount;

    CalendarController(DayCount dayCount) {
        this.dayCount = dayCount;
    }

    /** Texts, not numbers and days, so that everything that cannot be read is named at once. */
    @Operation(operationId = "findDeadline", summary = "The day that a rule of counting leads to, with one sentence why")
    @GetMapping("/deadline")
    Deadline deadline(
            @Parameter(description = "The rule of counting; needed", schema = @Schema(implementation = DayRule.class), example = "P1")
                    @RequestParam(required = false) String rule,
            @Parameter(description = "The day from which to count; needed", schema = @Schema(type = "string", format = "date"),
                            example = "2026-04-02")
                    @RequestParam(required = false) String start,
            @Parameter(description = "How many, in the rule's own unit", schema = @Schema(type = "integer"), example = "5")
                    @RequestParam(required = false) String count,
            @Parameter(description = "The second number of P3", schema = @Schema(type = "integer"), example = "20")
                    @RequestParam(required = false) String count2,
            @Parameter(description = "Whose bank holidays", schema = @Schema(implementation = WorkingCalendar.class),
                            example = "ENGLAND_AND_WALES")
                    @RequestParam(required = false) String calendar) {
        List<Fault> unreadable = new ArrayList<>();
        DayRule readRule = oneOf(DayRule.values(), "rule", rule, unreadable);
        LocalDate readStart = day(start, unreadable);
        Integer readCount = number("count", count, unreadable);
        Integer readCount2 = number("count2", count2, unreadable);
        WorkingCalendar readCalendar = absent(calendar) ? null
                : oneOf(WorkingCalendar.values(), "calendar", calendar, unreadable);
        if (!unreadable.isEmpty()) {
            throw new Unreadable(unreadable);
        }
        return dayCount.deadline(readRule, readStart, readCount, readCount2, readCalendar);
    }

    /** What was sent is no day, number or name at all, as against one that makes no sense. */
    private static final class Unreadable extends ClockInputException {

        Unreadable(List<Fault> faults) {
            super(faults);
        }
    }

    @ExceptionHandler
    ProblemDetail wrong(ClockInputException wrong) {
        boolean unreadable = wrong instanceof Unreadable;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                unreadable ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY, wrong.getMessage());
        problem.setTitle(unreadable ? "The question cannot be read" : "The question cannot be answered");
        problem.setProperty("errors", wrong.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notKnown(CalendarNotKnownException notKnown) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, notKnown.getMessage());
        problem.setTitle("The calendar does not reach that far");
        problem.setProperty("calendar", notKnown.calendar());
        problem.setProperty("missingYear", notKnown.year());
        problem.setProperty("errors", List.of(new Fault("start", notKnown.getMessage())));
        return problem;
    }

    private static boolean absent(String value) {
        return value == null || value.isBlank();
    }

    private static LocalDate day(String value, List<Fault> faults) {
        if (!absent(value)) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                // said below, in the same words as a missing day
            }
        }
        faults.add(new Fault("start", "Give a day as year-month-day, for example 2026-04-02."));
        return null;
    }

    private static Integer number(String field, String value, List<Fault> faults) {
        if (absent(value)) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            faults.add(new Fault(field, "Give a whole number from 1 to 10000."));
            return null;
        }
    }

    private static <T extends Enum<T>> T oneOf(
            T[] values, String field, String value, List<Fault> faults) {
        return Arrays.stream(values).filter(v -> v.name().equals(value)).findFirst().orElseGet(() -> {
            faults.add(new Fault(field, "Give one of " + Arrays.toString(values) + "."));
            return null;
        });
    }
}
