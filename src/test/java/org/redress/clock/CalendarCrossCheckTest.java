package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our days against Jollyday's, which come from elsewhere. */
class CalendarCrossCheckTest {

    private static final HolidayManager JOLLYDAY = HolidayManager.getInstance(ManagerParameters.create("gb"));

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028})
    void jollyday_knows_the_same_days_for_England_and_Wales(int year) {
        assertThat(weekdays(year, TestCalendars.ENGLAND_AND_WALES.keySet())).isEqualTo(jollyday(year, "eng", "wls"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028})
    void jollyday_knows_the_same_days_for_the_United_Kingdom(int year) {
        Set<LocalDate> ours = weekdays(year, TestCalendars.UK.keySet());
        Set<LocalDate> theirs = jollyday(year, "eng", "wls", "sct", "nir");
        assertThat(ours).isEqualTo(theirs);
    }

    private static Set<LocalDate> jollyday(int year, String... parts) {
        Set<LocalDate> days = new TreeSet<>();
        for (String part : parts) {
            days.addAll(JOLLYDAY.getHolidays(Year.of(year), part).stream().map(Holiday::getDate)
                    .collect(Collectors.toSet()));
        }
        return weekdays(year, days);
    }

    private static Set<LocalDate> weekdays(int year, Set<LocalDate> days) {
        return days.stream().filter(day -> day.getYear() == year && !WorkingDays.isWeekend(day))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
