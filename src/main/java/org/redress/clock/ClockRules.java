package org.redress.clock;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long each clock runs, and where the number comes from. Process owners change it; every open clock of that name is
 * read anew in the same transaction, and clocks that have ended keep the day they had.
 */
@Service
@Transactional
public class ClockRules {

    private final ClockRuleRows rows;
    private final ClockRuleChanges changes;
    private final CalendarLock lock;
    private final Now now;
    private final ApplicationEventPublisher events;

    ClockRules(ClockRuleRows rows, ClockRuleChanges changes, CalendarLock lock, Now now,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.changes = changes;
        this.lock = lock;
        this.now = now;
        this.events = events;
    }

    /** Every rule, in the order of {@link ClockName}. */
    @Transactional(readOnly = true)
    public List<ClockRule> all() {
        return rows.findAll().stream().map(ClockRuleRow::seen).sorted(Comparator.comparing(ClockRule::clock)).toList();
    }

    /** The rule of one clock. */
    @Transactional(readOnly = true)
    public ClockRule of(ClockName clock) {
        return row(clock).seen();
    }

    /**
     * Changes a rule.
     *
     * @param rule a rule that leads forward to one day by a number that can be set (P1, P2, P4, P5, P7 or P9)
     * @param count from 1 to 10,000 in the rule's own unit
     * @throws ClockInputException naming everything that cannot be used
     */
    public void change(ClockName clock, DayRule rule, int count, WorkingCalendar calendar, String provision,
            boolean verified, String note, String reason, String by) {
        new Needed().that(clock != null, "clock", "Say which clock.")
                .that(rule != null && rule.suitsClocks(), "rule", "Choose P1, P2, P4, P5, P7 or P9.")
                .that(clock != ClockName.APPLICATION_PERIOD || rule == DayRule.P4, "rule",
                        "The time for applying is counted in days after the information was provided (P4).")
                .that(count >= 1 && count <= DayCount.LARGEST_COUNT, "count", "Give a whole number from 1 to 10000.")
                .that(calendar != null, "calendar", "Choose a calendar.")
                .text("provision", provision, 200).text("note", note, 1000).text("reason", reason, 1000)
                .text("by", by, 100).check();
        lock.alone();
        ClockRuleRow row = row(clock);
        ClockRule was = row.seen();
        ClockRule became = new ClockRule(clock, rule, count, calendar, provision.strip(), verified, note.strip(),
                now.instant(), by, reason.strip());
        row.become(became);
        rows.saveAndFlush(row);
        changes.save(new ClockRuleChange(was, became));
        events.publishEvent(new ClockRuleChanged(was, became));
    }

    private ClockRuleRow row(ClockName clock) {
        return rows.findById(clock).orElseThrow(
                () -> new IllegalStateException("The table clock_rule has no row for " + clock + "; add one."));
    }
}
