package org.redress.clock;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long each clock runs, and where the number comes from. Process owners change it; every open clock of that name is
 * read anew in the same transaction, and clocks that have ended keep the day they had.
 */
@Service
@Transactional
public class ClockRules {

    private final ClockRuleTable table;
    private final ClockRuleChanges changes;
    private final CalendarLock lock;
    private final ReadAnew readAnew;
    private final Now now;

    ClockRules(ClockRuleTable table, ClockRuleChanges changes, CalendarLock lock, ReadAnew readAnew, Now now) {
        this.table = table;
        this.changes = changes;
        this.lock = lock;
        this.readAnew = readAnew;
        this.now = now;
    }

    /** Every rule, in the order in which the kinds declare their clocks. */
    @Transactional(readOnly = true)
    public List<ClockRule> all() {
        return table.all();
    }

    /** The rule of one clock. */
    @Transactional(readOnly = true)
    public ClockRule of(ClockName clock) {
        return table.of(clock);
    }

    /** Every change that was made since the table was first set up, newest first. */
    @Transactional(readOnly = true)
    public List<ChangedRule> history() {
        return changes.findAllByOrderByChangedAtDescIdDesc().stream().map(change -> change.seen(table.name(change.clock())))
                .toList();
    }

    /**
     * Changes a rule.
     *
     * @param seen the version that the person saw
     * @param rule a rule that leads forward to one day by a number that can be set (P1, P2, P4, P5, P7 or P9)
     * @param count from 1 to 10,000 in the rule's own unit
     * @param note what to know before relying on the number
     * @throws ClockInputException naming everything that cannot be used
     * @throws ClockRuleChangedMeanwhile if somebody else changed it since
     */
    public Effect change(ClockName clock, int seen, DayRule rule, int count, WorkingCalendar calendar, String provision,
            boolean verified, String note, String reason, String by) {
        check(clock, rule, count, calendar, provision, note, reason, by);
        lock.alone();
        ClockRule was = table.of(clock);
        ClockRule became = became(was, seen, rule, count, calendar, provision, verified, note, reason, by);
        table.become(became);
        changes.save(new ClockRuleChange(was, became));
        ClockRuleChanged change = new ClockRuleChanged(was, became);
        return readAnew.move(change);
    }

    /** What {@link #change} would move. */
    @Transactional(readOnly = true)
    public Effect ifChanged(ClockName clock, int seen, DayRule rule, int count, WorkingCalendar calendar, String provision,
            boolean verified, String note, String reason, String by) {
        check(clock, rule, count, calendar, provision, note, reason, by);
        return readAnew.wouldMove(
                became(table.of(clock), seen, rule, count, calendar, provision, verified, note, reason, by));
    }

    private void check(ClockName clock, DayRule rule, int count, WorkingCalendar calendar, String provision,
            String note, String reason, String by) {
        new Needed().that(clock != null, "clock", "Say which clock.")
                .that(rule != null && rule.suitsClocks(), "rule", "Choose P1, P2, P4, P5, P7 or P9.")
                .that(clock == null || !table.of(clock).backwards() || rule == DayRule.P4, "rule",
                        "The time for applying is counted in days after the information was provided (P4).")
                .that(count >= 1 && count <= DayCount.LARGEST_COUNT, "count", "Give a whole number from 1 to 10000.")
                .that(calendar != null, "calendar", "Choose a calendar.")
                .text("provision", provision, 200).text("note", note, 1000).text("reason", reason, 1000)
                .text("by", by, 100).check();
    }

    private ClockRule became(ClockRule was, int seen, DayRule rule, int count, WorkingCalendar calendar, String provision,
            boolean verified, String note, String reason, String by) {
        if (was.version() != seen) {
            throw new ClockRuleChangedMeanwhile(was);
        }
        return new ClockRule(was.clock(), was.name(), was.backwards(), rule, count, calendar, provision.strip(), verified, note.strip(), now.instant(),
                by, reason.strip(), seen + 1);
    }
}
