package org.redress.clock;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The day on which a clock would run out if it began on a given day: what a letter promises before its clock starts. */
@Component
public class Targets {

    private final ClockRules rules;
    private final DayCount dayCount;

    Targets(ClockRules rules, DayCount dayCount) {
        this.rules = rules;
        this.dayCount = dayCount;
    }

    public LocalDate of(ClockName clock, LocalDate start) {
        ClockRule rule = rules.of(clock);
        return dayCount.deadline(rule.rule(), start, rule.count(), null, rule.calendar()).date();
    }
}
