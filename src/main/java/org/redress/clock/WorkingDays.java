package org.redress.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A calendar as it stands at one moment: which days are working days, and why the others are not. */
final class WorkingDays {

    private final WorkingCalendar calendar;
    private final Map<LocalDate, String> holidays;
    private final Set<Integer> years;
    private final Set<LocalDate> unverified;
    private final boolean strict;

    /** @param unverified the holidays that nobody has compared with an official list */
    WorkingDays(WorkingCalendar calendar, Map<LocalDate, String> holidays, Set<Integer> years, Set<LocalDate> unverified) {
        this(calendar, holidays, years, unverified, true);
    }

    private WorkingDays(WorkingCalendar calendar, Map<LocalDate, String> holidays, Set<Integer> years,
            Set<LocalDate> unverified, boolean strict) {
        this.calendar = calendar;
        this.holidays = Map.copyOf(holidays);
        this.years = Set.copyOf(years);
        this.unverified = Set.copyOf(unverified);
        this.strict = strict;
    }

    /**
     * The same days, but counting on with what is known when a year is missing. For the ledger only, which says so
     * beside the date: a case must open even if nobody has yet added next year's holidays.
     */
    WorkingDays asFarAsKnown() {
        return new WorkingDays(calendar, holidays, years, unverified, false);
    }

    /** @throws CalendarNotKnownException if the day is no weekend and its year is not in the table */
    boolean isWorking(LocalDate day) {
        if (isWeekend(day)) {
            return false;
        }
        if (strict && !years.contains(day.getYear())) {
            throw new CalendarNotKnownException(calendar, day.getYear());
        }
        return !holidays.containsKey(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The holiday's name, or null if the day is none. */
    String holiday(LocalDate day) {
        return holidays.get(day);
    }

    /** The holidays from one day to another, both included, that nobody has compared with an official list. */
    List<LocalDate> unverified(LocalDate from, LocalDate to) {
        return unverified.stream().filter(day -> !day.isBefore(from) && !day.isAfter(to)).sorted().toList();
    }

    /** Working days after one day up to and including another; 0 if the second is not later. */
    int between(LocalDate after, LocalDate upTo) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            if (isWorking(day)) {
                days++;
            }
        }
        return days;
    }

    /** The years between two days that are not in the table. */
    List<Integer> missingYears(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).filter(y -> !years.contains(y)).boxed().toList();
    }

    WorkingCalendar calendar() {
        return calendar;
    }
}
