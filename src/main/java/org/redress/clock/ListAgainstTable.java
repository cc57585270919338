package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Holds a list in the shape that GOV.UK publishes against the table of bank holidays. */
@Component
class ListAgainstTable {

    private final BankHolidayRows rows;
    private final CalendarTable table;
    private final Now now;

    ListAgainstTable(BankHolidayRows rows, CalendarTable table, Now now) {
        this.rows = rows;
        this.table = table;
        this.now = now;
    }

    /** What a list changes, the rows that it drops, and what it may not change. */
    record Held(CalendarPlan plan, List<BankHolidayRow> dropped, List<LocalDate> leftAlone) {

        FeedImport words() {
            return new FeedImport(days(true), days(false), leftAlone,
                    plan.yearsOf(Division.ENGLAND_AND_WALES).stream().sorted().toList());
        }

        private List<LocalDate> days(boolean added) {
            return plan.changes().stream().filter(c -> c.added() == added).map(BankHolidaysChanged.Change::day).sorted()
                    .toList();
        }
    }

    Held read(HolidayFeed feed) {
        Set<LocalDate> listedBefore = new TreeSet<>();
        rows.findByDivisionOrderByDayAscIdAsc(Division.ENGLAND_AND_WALES).stream()
                .filter(row -> row.fromFeed() && row.seen().withdrawnAt() == null)
                .forEach(row -> listedBefore.add(row.seen().day()));
        feed.check(table.counting(Division.ENGLAND_AND_WALES).keySet(), listedBefore,
                table.counting(Division.UK_EXTRA).keySet(), now.today());
        List<BankHolidaysChanged.Change> changes = new ArrayList<>();
        List<BankHolidayRow> dropped = new ArrayList<>();
        List<LocalDate> leftAlone = new ArrayList<>();
        Map<Division, Set<Integer>> newYears = new EnumMap<>(Division.class);
        for (Division division : Division.values()) {
            compare(division, feed, changes, dropped, leftAlone);
            Set<Integer> complete = new TreeSet<>(feed.years(division));
            complete.removeAll(table.completeYears(division));
            newYears.put(division, complete);
        }
        return new Held(new CalendarPlan(changes, newYears), dropped, leftAlone);
    }

    private void compare(Division division, HolidayFeed feed, List<BankHolidaysChanged.Change> changes,
            List<BankHolidayRow> dropped, List<LocalDate> leftAlone) {
        Map<LocalDate, String> known = table.counting(division);
        Set<LocalDate> withdrawnByPerson = new HashSet<>();
        for (BankHolidayRow row : rows.findByDivisionOrderByDayAscIdAsc(division)) {
            LocalDate day = row.seen().day();
            boolean listed = feed.days(division).containsKey(day);
            if (row.withdrawnByPerson()) {
                withdrawnByPerson.add(day);
            } else if (row.seen().withdrawnAt() == null && !listed && row.fromFeed() && !day.isBefore(now.today())
                    && feed.years(division).contains(day.getYear())) {
                dropped.add(row);
                changes.add(new BankHolidaysChanged.Change(division, day, row.seen().title(), false));
            }
        }
        feed.days(division).forEach((day, title) -> {
            if (known.containsKey(day)) {
                return;
            }
            if (withdrawnByPerson.contains(day)) {
                leftAlone.add(day);
            } else {
                changes.add(new BankHolidaysChanged.Change(division, day, title, true));
            }
        });
    }
}
