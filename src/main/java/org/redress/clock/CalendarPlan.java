package org.redress.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change of the table of bank holidays that is checked and not made yet.
 *
 * @param changes each day that is added or withdrawn
 * @param years the years that become complete
 */
record CalendarPlan(List<BankHolidaysChanged.Change> changes, Map<Division, Set<Integer>> years) {

    CalendarPlan {
        changes = List.copyOf(changes);
        years = Map.copyOf(years);
    }

    static CalendarPlan of(BankHolidaysChanged.Change... changes) {
        return new CalendarPlan(List.of(changes), Map.of());
    }

    boolean isEmpty() {
        return changes.isEmpty() && years.values().stream().allMatch(Set::isEmpty);
    }

    /** The days of one division once the change is made. */
    void applyTo(Division division, Map<LocalDate, String> days) {
        changes.stream().filter(c -> c.division() == division && !c.added()).forEach(c -> days.remove(c.day()));
        changes.stream().filter(c -> c.division() == division && c.added()).forEach(c -> days.put(c.day(), c.title()));
    }

    Set<Integer> yearsOf(Division division) {
        return years.getOrDefault(division, Set.of());
    }
}
