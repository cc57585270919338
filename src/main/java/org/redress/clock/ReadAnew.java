package org.redress.clock;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.redress.kind.Kinds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reads every open clock anew when the calendar or a rule has changed, inside the transaction of the change. Each clock
 * whose day moves gets a fact that says why, and one {@link DueDayMoved}; the others hear nothing.
 */
@Component
class ReadAnew {

    private final CaseClocks caseClocks;
    private final ClockRuleTable rules;
    private final Kinds kinds;
    private final CalendarTable calendars;
    private final Now now;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    ReadAnew(CaseClocks caseClocks, ClockRuleTable rules, Kinds kinds, CalendarTable calendars, Now now, EntityManager entities,
            ApplicationEventPublisher events) {
        this.caseClocks = caseClocks;
        this.rules = rules;
        this.kinds = kinds;
        this.calendars = calendars;
        this.now = now;
        this.entities = entities;
        this.events = events;
    }

    /** A clock that says something else than before. */
    private record Changed(CaseClock clock, ClockRule rule, Reading after) {

        boolean sameDay() {
            return Objects.equals(clock.reading().dueOn(), after.dueOn());
        }

        boolean moves() {
            return !Objects.equals(clock.reading().dueNow(), after.dueNow());
        }

        DueDayMoved move(String why) {
            return new DueDayMoved(clock.caseReference(), clock.clock(), clock.reading().dueNow(), after.dueNow(), why);
        }
    }

    /** What would move if the calendar were changed so. */
    Effect wouldMove(CalendarPlan plan) {
        return wouldMove(changed(knownRules(), calendar -> calendars.workingDays(calendar, plan)));
    }

    /** What would move if a clock ran by another rule. */
    Effect wouldMove(ClockRule instead) {
        return wouldMove(changed(Map.of(instead.clock(), instead), calendars::workingDays));
    }

    /** After a change of the calendar, which is told to all who listen once every clock has moved. */
    Effect move(BankHolidaysChanged change) {
        Effect effect = move(changed(knownRules(), calendars::workingDays), change.words() + ": " + change.reason(), change.by());
        events.publishEvent(change);
        return effect;
    }

    /** After a change of a rule, told likewise. */
    Effect move(ClockRuleChanged change) {
        ClockRule became = change.became();
        Effect effect = move(changed(Map.of(became.clock(), became), calendars::workingDays), "the time is now " + became.words()
                + " instead of " + change.was().words() + ": " + became.reason(), became.changedBy());
        events.publishEvent(change);
        return effect;
    }

    private Effect wouldMove(List<Changed> changed) {
        return Effect.of(changed.stream().filter(Changed::moves).map(one -> one.move("")).toList(), kinds.clocks());
    }

    private Map<ClockName, ClockRule> knownRules() {
        Map<ClockName, ClockRule> known = new LinkedHashMap<>();
        rules.all().forEach(rule -> known.put(rule.clock(), rule));
        return known;
    }

    private List<Changed> changed(Map<ClockName, ClockRule> known, Function<WorkingCalendar, WorkingDays> calendar) {
        Map<WorkingCalendar, WorkingDays> days = new EnumMap<>(WorkingCalendar.class);
        List<Changed> changed = new ArrayList<>();
        for (CaseClock clock : caseClocks.open(known.keySet(), Set.of(ClockState.RUNNING, ClockState.STOPPED))) {
            ClockRule rule = known.get(clock.clock());
            Reading after =
                    Derivation.read(rule, days.computeIfAbsent(rule.calendar(), calendar), clock.facts());
            // a sentence alone may change too ("not in the table yet"); that is kept, but nothing has moved
            if (!after.equals(clock.reading())) {
                changed.add(new Changed(clock, rule, after));
            }
        }
        return changed;
    }

    private Effect move(List<Changed> changed, String reason, String by) {
        List<DueDayMoved> moved = new ArrayList<>();
        for (Changed one : changed) {
            String what = cut(one.sameDay() ? "Due day looked at again and left where it is, because " + reason
                    : "Moved from " + Explanation.day(one.clock().reading().dueOn()) + " to "
                            + Explanation.day(one.after().dueOn()) + " because " + reason);
            if (one.moves()) {
                moved.add(one.move(what));
            }
            one.clock().record(List.of(NewFact.of(one.sameDay() ? FactKind.NOTE : FactKind.MOVED, now.today(), what,
                    one.rule().ground())), now.instant(), by, facts -> one.after());
        }
        caseClocks.flush();
        // every task and timer asks the ledger again; with all clocks still watched, each question would look through them all
        entities.clear();
        moved.forEach(events::publishEvent);
        return Effect.of(moved, kinds.clocks());
    }

    private static String cut(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 999) + "…";
    }
}
