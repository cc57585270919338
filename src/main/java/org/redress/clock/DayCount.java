package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.redress.kernel.Fault;
import org.springframework.stereotype.Component;

/** Counts days as the law does, by the rules of {@link DayRule}, and says in a sentence how it got there. */
@Component
public class DayCount {

    /** More than any rule of law asks for, and little enough that an answer takes no time. */
    static final int LARGEST_COUNT = 10_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Predicate<LocalDate> NOTHING_LEFT_OUT = day -> false;

    private final Calendars calendars;

    DayCount(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * Finds the day.
     *
     * @param rule the rule to count by
     * @param start the day from which the law counts (P11: before which), from 1900 to 2999
     * @param count how many, in the rule's own unit, from 1 to 10,000; null where the rule has a number of its own
     *              (P4: 28 days, P9: 20), and always null for P8 and P10
     * @param count2 for P3 the far end of the window, not less than {@code count}; null for every other rule
     * @param calendar whose bank holidays are left out; null for the rule's own
     * @return the day, and how it was found
     * @throws ClockInputException naming every parameter that cannot be used
     * @throws CalendarNotKnownException if the count runs into a year whose bank holidays are not in the table
     */
    public Deadline deadline(DayRule rule, LocalDate start, Integer count, Integer count2, WorkingCalendar calendar) {
        List<Fault> faults = faults(rule, start, count, count2);
        if (!faults.isEmpty()) {
            throw new ClockInputException(faults);
        }
        WorkingDays days = calendars.workingDays(calendar == null ? rule.defaultCalendar() : calendar);
        int n = count == null ? rule.defaultCount() : count;
        LocalDate date = find(rule, start, n, days, NOTHING_LEFT_OUT);
        LocalDate until = count2 == null ? null : find(rule, start, count2, days, NOTHING_LEFT_OUT);
        return new Deadline(date, until, Explanation.of(rule, start, n, count2, date, until, days),
                caution(rule, start, until == null ? date : until, days));
    }

    private static String caution(DayRule rule, LocalDate start, LocalDate end, WorkingDays days) {
        if (rule == DayRule.P10) {
            return Explanation.caution(start.plusMonths(1), end, days);
        }
        return !rule.countsWorkingDays() ? null : start.isBefore(end) ? Explanation.caution(start, end, days)
                : Explanation.caution(end, start, days);
    }

    /**
     * Whether a day is a working day.
     *
     * @throws CalendarNotKnownException if it is no weekend and its year is not in the table
     */
    public boolean isWorkingDay(LocalDate day, WorkingCalendar calendar) {
        return calendars.workingDays(calendar).isWorking(day);
    }

    /** The one engine behind every rule. Days for which {@code leftOut} holds are passed over. */
    static LocalDate find(DayRule rule, LocalDate start, int count, WorkingDays days, Predicate<LocalDate> leftOut) {
        if (rule.unit() == DayRule.Unit.MONTH) {
            return months(rule, start, count, days, leftOut);
        }
        boolean working = rule.countsWorkingDays();
        LocalDate day = rule.startCounts() ? start : start.plusDays(rule.step());
        for (int left = count; ; day = day.plusDays(rule.step())) {
            if (!leftOut.test(day) && (!working || days.isWorking(day)) && --left == 0) {
                return day;
            }
        }
    }

    private static LocalDate months(
            DayRule rule, LocalDate start, int count, WorkingDays days, Predicate<LocalDate> leftOut) {
        LocalDate last = start.plusMonths(count).minusDays(rule.startCounts() ? 1 : 0);
        // each day left out is given back at the end, and a day given back may itself be one that is left out
        for (LocalDate day = start.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (leftOut.test(day)) {
                last = last.plusDays(1);
            }
        }
        if (rule == DayRule.P10) {
            while (!days.isWorking(last)) {
                last = last.plusDays(1);
            }
        }
        return last;
    }

    private static List<Fault> faults(
            DayRule rule, LocalDate start, Integer count, Integer count2) {
        List<Fault> faults = new ArrayList<>();
        if (rule == null) {
            faults.add(new Fault("rule", "Say which rule counts, P1 to P11."));
        }
        if (start == null) {
            faults.add(new Fault("start", "Give the day from which to count."));
        } else if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            faults.add(new Fault("start", "Give a day from 1900 to 2999."));
        }
        if (rule == null) {
            return faults;
        }
        if (rule.counted() == DayRule.Count.FIXED && count != null) {
            faults.add(new Fault("count", rule + " has its own number; leave this out."));
        } else if (count == null && rule.defaultCount() == null) {
            faults.add(new Fault("count", rule + " needs a number to count."));
        } else {
            faults.addAll(outOfRange("count", count));
        }
        if (rule.counted() != DayRule.Count.TWO_ASKED) {
            if (count2 != null) {
                faults.add(new Fault("count2", "Only P3 takes a second number; leave this out."));
            }
        } else if (count2 == null) {
            faults.add(new Fault("count2", "P3 needs the far end of the window."));
        } else {
            faults.addAll(outOfRange("count2", count2));
            if (count != null && count2 < count) {
                faults.add(new Fault("count2", "The far end of the window lies before its start."));
            }
        }
        return faults;
    }

    private static List<Fault> outOfRange(String field, Integer count) {
        return count == null || count >= 1 && count <= LARGEST_COUNT ? List.of()
                : List.of(new Fault(field, "Give a whole number from 1 to 10000."));
    }
}
