package org.redress.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks a change of the bank holidays that a person wants, and says what it would make of the table. */
@Component
class PlannedChange {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final BankHolidayRows rows;
    private final CalendarTable table;

    PlannedChange(BankHolidayRows rows, CalendarTable table) {
        this.rows = rows;
        this.table = table;
    }

    CalendarPlan adding(Division division, LocalDate day, String title, String source, String reason, String by) {
        because(reason, by, inTime("day", day, in(division)).text("title", title, 150).text("source", source, 500)).check();
        new Needed().that(!counts(division, day), "day", Explanation.day(day) + " is a bank holiday already.").check();
        return CalendarPlan.of(new BankHolidaysChanged.Change(division, day, title.strip(), true));
    }

    CalendarPlan moving(Division division, LocalDate from, LocalDate to, String source, String reason, String by) {
        because(reason, by, inTime("to", to, inTime("from", from, in(division))).text("source", source, 500)).check();
        new Needed().that(counts(division, from), "from", Explanation.day(from) + " is not a bank holiday in the table.")
                .that(!counts(division, to), "to", Explanation.day(to) + " is a bank holiday already.").check();
        String title = table.counting(division).get(from);
        return CalendarPlan.of(new BankHolidaysChanged.Change(division, from, title, false),
                new BankHolidaysChanged.Change(division, to, title, true));
    }

    CalendarPlan withdrawing(Division division, LocalDate day, String reason, String by) {
        because(reason, by, in(division).day("day", day)).check();
        new Needed().that(counts(division, day), "day", Explanation.day(day) + " is not a bank holiday in the table.").check();
        return CalendarPlan.of(new BankHolidaysChanged.Change(division, day, table.counting(division).get(day), false));
    }

    CalendarPlan confirming(Division division, int year, String source, String reason, String by) {
        because(reason, by, in(division).that(year >= FIRST_YEAR && year <= LAST_YEAR, "year", "Give a year from 1900 to 2999.")
                .text("source", source, 500)).check();
        new Needed().that(!table.completeYears(division).contains(year), "year", "The year " + year + " is complete already.")
                .check();
        return new CalendarPlan(List.of(), Map.of(division, Set.of(year)));
    }

    private static Needed in(Division division) {
        return new Needed().that(division != null, "division", "Say where the day is kept.");
    }

    private static Needed inTime(String field, LocalDate day, Needed needed) {
        return needed.day(field, day).that(day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, field,
                "Give a day from 1900 to 2999.");
    }

    static void neededForList(String source, String reason, String by) {
        because(reason, by, new Needed().text("source", source, 500)).check();
    }

    private static Needed because(String reason, String by, Needed needed) {
        return needed.text("reason", reason, 1000).text("by", by, 100);
    }

    private boolean counts(Division division, LocalDate day) {
        return rows.findByDivisionAndDayAndWithdrawnAtIsNull(division, day).isPresent();
    }
}
