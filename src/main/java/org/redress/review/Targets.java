package org.redress.review;

import java.time.LocalDate;
import org.redress.clock.ClockName;
import org.redress.clock.ClockRule;
import org.redress.clock.ClockRules;
import org.redress.clock.DayCount;
import org.springframework.stereotype.Component;

/** The day on which a clock would run out if it began on a given day: what a letter promises before its clock starts. */
@Component
class Targets {

    private final ClockRules rules;
    private final DayCount dayCount;

    Targets(ClockRules rules, DayCount dayCount) {
        this.rules = rules;
        this.dayCount = dayCount;
    }

    LocalDate of(ClockName clock, LocalDate start) {
        ClockRule rule = rules.of(clock);
        return dayCount.deadline(rule.rule(), start, rule.count(), null, rule.calendar()).date();
    }
}
