package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Every start day of ten years against a count of another make: ours walks from day to day, this one looks the day up
 * in a sorted list of all working days, and months are counted by hand.
 */
class DayCountPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final int START_DAYS = 3653;

    private static final List<LocalDate> WORKING = workingDays(TestCalendars.ENGLAND_AND_WALES.keySet());
    private static final List<LocalDate> WORKING_UK = workingDays(TestCalendars.UK.keySet());

    private final DayCount dayCount = TestCalendars.dayCount();

    @Property(tries = START_DAYS, generation = GenerationMode.EXHAUSTIVE, edgeCases = EdgeCasesMode.NONE)
    void working_day_rules_agree_on_every_start_day(@ForAll @IntRange(max = START_DAYS - 1) int offset) {
        LocalDate start = FIRST.plusDays(offset);
        for (int n : new int[] {1, 2, 5, 10, 20, 35}) {
            agree(DayRule.P1, start, n, null, at(WORKING, after(WORKING, start) + n - 1), null);
            agree(DayRule.P2, start, n, null, at(WORKING, after(WORKING, start.minusDays(1)) + n - 1), null);
            agree(DayRule.P3, start, n, n + 7, at(WORKING, after(WORKING, start) + n - 1),
                    at(WORKING, after(WORKING, start) + n + 6));
            agree(DayRule.P9, start, n, null, at(WORKING_UK, after(WORKING_UK, start) + n - 1), null);
            agree(DayRule.P11, start, n, null, at(WORKING, after(WORKING, start.minusDays(1)) - n), null);
        }
        agree(DayRule.P9, start, null, null, at(WORKING_UK, after(WORKING_UK, start) + 19), null);
    }

    @Property(tries = START_DAYS, generation = GenerationMode.EXHAUSTIVE, edgeCases = EdgeCasesMode.NONE)
    void day_rules_agree_on_every_start_day(@ForAll @IntRange(max = START_DAYS - 1) int offset) {
        LocalDate start = FIRST.plusDays(offset);
        for (int n : new int[] {1, 7, 21, 28, 56, 365}) {
            assertThat(ChronoUnit.DAYS.between(start, found(DayRule.P4, start, n))).isEqualTo(n);
            assertThat(ChronoUnit.DAYS.between(start, found(DayRule.P5, start, n)) + 1).isEqualTo(n);
            assertThat(ChronoUnit.DAYS.between(start, found(DayRule.P6, start, n))).isEqualTo(n);
        }
        assertThat(found(DayRule.P4, start, null).getDayOfWeek()).isEqualTo(start.getDayOfWeek());
        assertThat(found(DayRule.P8, start, null).toEpochDay()).isEqualTo(start.toEpochDay() + 1);
    }

    @Property(tries = START_DAYS, generation = GenerationMode.EXHAUSTIVE, edgeCases = EdgeCasesMode.NONE)
    void month_rules_agree_on_every_start_day(@ForAll @IntRange(max = START_DAYS - 1) int offset) {
        LocalDate start = FIRST.plusDays(offset);
        for (int n : new int[] {1, 3, 6, 12}) {
            assertThat(found(DayRule.P7, start, n)).isEqualTo(sameDate(start, n).minusDays(1));
        }
        LocalDate month = sameDate(start, 1);
        agree(DayRule.P10, start, null, null, at(WORKING, after(WORKING, month.minusDays(1))), null);
    }

    private void agree(
            DayRule rule, LocalDate start, Integer n, Integer n2, LocalDate expected, LocalDate expectedUntil) {
        if (expected == null || n2 != null && expectedUntil == null) {
            assertThatThrownBy(() -> dayCount.deadline(rule, start, n, n2, null)).as("%s %s %s", rule, start, n)
                    .isInstanceOf(CalendarNotKnownException.class);
            return;
        }
        Deadline deadline = dayCount.deadline(rule, start, n, n2, null);
        assertThat(deadline.date()).as("%s %s %s", rule, start, n).isEqualTo(expected);
        assertThat(deadline.until()).as("%s %s %s", rule, start, n2).isEqualTo(expectedUntil);
    }

    private LocalDate found(DayRule rule, LocalDate start, Integer n) {
        return dayCount.deadline(rule, start, n, null, null).date();
    }

    private static LocalDate sameDate(LocalDate start, int months) {
        int month = start.getYear() * 12 + start.getMonthValue() - 1 + months;
        YearMonth then = YearMonth.of(month / 12, month % 12 + 1);
        return then.atDay(Math.min(start.getDayOfMonth(), then.lengthOfMonth()));
    }

    private static List<LocalDate> workingDays(java.util.Set<LocalDate> holidays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            days.add(day);
        }
        days.removeAll(holidays);
        // 5 January 2019 was a Saturday
        days.removeIf(day -> Math.floorMod(ChronoUnit.DAYS.between(LocalDate.of(2019, 1, 5), day), 7) < 2);
        return new ArrayList<>(days);
    }

    /** Where the first working day after a day stands in the list. */
    private static int after(List<LocalDate> working, LocalDate day) {
        int place = java.util.Collections.binarySearch(working, day);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** The day at a place, or null beyond the calendar. */
    private static LocalDate at(List<LocalDate> working, int place) {
        return place < 0 || place >= working.size() ? null : working.get(place);
    }
}
