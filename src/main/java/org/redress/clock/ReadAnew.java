package org.redress.clock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads every open clock anew when the calendar or a rule has changed, inside the transaction of the change. Each clock
 * whose day moves gets a fact that says why, and one {@link DueDayMoved}; the others hear nothing.
 */
@Component
class ReadAnew {

    private final CaseClocks caseClocks;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Now now;
    private final ApplicationEventPublisher events;

    ReadAnew(CaseClocks caseClocks, ClockRules rules, Calendars calendars, Now now, ApplicationEventPublisher events) {
        this.caseClocks = caseClocks;
        this.rules = rules;
        this.calendars = calendars;
        this.now = now;
        this.events = events;
    }

    @EventListener
    void after(BankHolidaysChanged change) {
        readAnew(null, change.words() + ": " + change.reason(), change.by());
    }

    @EventListener
    void after(ClockRuleChanged change) {
        readAnew(change.became().clock(), "the time is now " + change.became().words() + " instead of "
                + change.was().words() + ": " + change.became().reason(), change.became().changedBy());
    }

    private void readAnew(ClockName only, String reason, String by) {
        Map<ClockName, ClockRule> known = new EnumMap<>(ClockName.class);
        rules.all().forEach(rule -> known.put(rule.clock(), rule));
        Map<WorkingCalendar, WorkingDays> days = new EnumMap<>(WorkingCalendar.class);
        List<DueDayMoved> moved = new ArrayList<>();
        for (CaseClock clock : caseClocks.inState(Set.of(ClockState.RUNNING, ClockState.STOPPED))) {
            if (only != null && clock.clock() != only) {
                continue;
            }
            ClockRule rule = known.get(clock.clock());
            WorkingDays calendar = days.computeIfAbsent(rule.calendar(), calendars::workingDays);
            Reading before = clock.reading();
            Reading after = Derivation.read(rule, calendar, clock.facts());
            // a sentence alone may change too ("not in the table yet"); that is kept, but nothing has moved
            if (!after.equals(before)) {
                boolean sameDay = Objects.equals(before.dueOn(), after.dueOn());
                String what = cut(sameDay ? "Due day looked at again and left where it is, because " + reason
                        : "Moved from " + Explanation.day(before.dueOn()) + " to " + Explanation.day(after.dueOn())
                                + " because " + reason);
                clock.record(List.of(NewFact.of(sameDay ? FactKind.NOTE : FactKind.MOVED, now.today(), what,
                        rule.provision())), now.instant(), by, facts -> after);
                if (!Objects.equals(before.dueNow(), after.dueNow())) {
                    moved.add(new DueDayMoved(clock.caseReference(), clock.clock(), before.dueNow(), after.dueNow(),
                            what));
                }
            }
        }
        caseClocks.flush();
        moved.forEach(events::publishEvent);
    }

    private static String cut(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 999) + "…";
    }
}
