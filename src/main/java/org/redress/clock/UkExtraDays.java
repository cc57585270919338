package org.redress.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bank holidays that are kept in Scotland or Northern Ireland and not in England and Wales, by their standing
 * rules. Only to fill the table: what counts is what the table says.
 */
final class UkExtraDays {

    static final String SOURCE = "Standing rules of the Banking and Financial Dealings Act 1971 for Scotland and"
            + " Northern Ireland; not yet compared with the list on GOV.UK";

    /** Proclaimed for Scotland alone; in the GOV.UK list since 25 February 2026. */
    private static final LocalDate WORLD_CUP = LocalDate.of(2026, Month.JUNE, 15);

    private UkExtraDays() {
    }

    static SortedMap<LocalDate, String> of(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        // Scotland keeps two days at New Year. When one falls at a weekend the second working day stands in for it,
        // whatever the lists call it; the first is a holiday in England and Wales too.
        LocalDate second = nextWeekday(nextWeekday(LocalDate.of(year, Month.JANUARY, 1)).plusDays(1));
        days.put(second, named("2nd January (Scotland)", LocalDate.of(year, Month.JANUARY, 2), second));
        put(days, "St Patrick’s Day (Northern Ireland)", LocalDate.of(year, Month.MARCH, 17));
        put(days, "Battle of the Boyne (Northern Ireland)", LocalDate.of(year, Month.JULY, 12));
        days.put(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                "Summer bank holiday (Scotland)");
        put(days, "St Andrew’s Day (Scotland)", LocalDate.of(year, Month.NOVEMBER, 30));
        if (year == WORLD_CUP.getYear()) {
            days.put(WORLD_CUP, "World Cup bank holiday (Scotland)");
        }
        return days;
    }

    private static void put(SortedMap<LocalDate, String> days, String title, LocalDate day) {
        LocalDate kept = nextWeekday(day);
        days.put(kept, named(title, day, kept));
    }

    private static String named(String title, LocalDate day, LocalDate kept) {
        return day.equals(kept) ? title : title.replace(")", ", substitute day)");
    }

    private static LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day;
        while (WorkingDays.isWeekend(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
