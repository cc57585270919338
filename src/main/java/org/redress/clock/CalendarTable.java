package org.redress.clock;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars as the table of bank holidays gives them, now or once a change is made. */
@Component
@Transactional(readOnly = true)
class CalendarTable implements Calendars {

    private static final CalendarPlan NOTHING = CalendarPlan.of();

    private final BankHolidayRows rows;
    private final BankHolidayYears years;

    CalendarTable(BankHolidayRows rows, BankHolidayYears years) {
        this.rows = rows;
        this.years = years;
    }

    @Override
    public WorkingDays workingDays(WorkingCalendar calendar) {
        return workingDays(calendar, NOTHING);
    }

    WorkingDays workingDays(WorkingCalendar calendar, CalendarPlan plan) {
        Map<LocalDate, String> days = new HashMap<>();
        Set<LocalDate> unverified = new HashSet<>();
        Set<Integer> complete = null;
        for (Division division : calendar.divisions()) {
            Map<LocalDate, String> counting = new HashMap<>();
            for (BankHolidayRows.Named named : rows.counting(division)) {
                counting.put(named.day(), named.title());
                if (!named.verified()) {
                    unverified.add(named.day());
                }
            }
            plan.applyTo(division, counting);
            days.putAll(counting);
            Set<Integer> known = completeYears(division);
            known.addAll(plan.yearsOf(division));
            if (complete == null) {
                complete = known;
            } else {
                complete.retainAll(known);
            }
        }
        return new WorkingDays(calendar, days, complete, unverified);
    }

    Map<LocalDate, String> counting(Division division) {
        Map<LocalDate, String> days = new HashMap<>();
        rows.counting(division).forEach(named -> days.put(named.day(), named.title()));
        return days;
    }

    Set<Integer> completeYears(Division division) {
        return years.findAll().stream().filter(y -> y.division() == division).map(BankHolidayYear::year)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
