package org.redress.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds a clock in the ledger in a state in which something can be recorded of it, and records it. Only {@link Clocks} writes. */
@Component
class Ledger {

    private final CaseClocks caseClocks;
    private final ClockRules rules;
    private final Calendars calendars;
    private final CalendarLock lock;
    private final Now now;
    private final ApplicationEventPublisher events;

    Ledger(CaseClocks caseClocks, ClockRules rules, Calendars calendars, CalendarLock lock, Now now,
            ApplicationEventPublisher events) {
        this.caseClocks = caseClocks;
        this.rules = rules;
        this.calendars = calendars;
        this.lock = lock;
        this.now = now;
        this.events = events;
    }

    ClockRule rule(ClockName clock) {
        return rules.of(clock);
    }

    Optional<Reading> reading(ClockAddress of) {
        return caseClocks.reading(of.caseReference(), of.clock(), of.subject());
    }

    /** The clock, whether or not anything was recorded of it yet. */
    CaseClock open(ClockAddress of) {
        lock.share();
        return caseClocks.at(of).orElseGet(() -> new CaseClock(of));
    }

    /** Every clock of a case, of which something was recorded. */
    List<CaseClock> openAll(String caseReference) {
        lock.share();
        return caseClocks.ofCase(caseReference);
    }

    /** @throws ClockStateException where the clock is in none of the states */
    CaseClock known(ClockAddress of, FactKind wanted, ClockState... states) {
        CaseClock clock = open(of);
        ClockState state = clock.reading().state();
        boolean stands = wanted == FactKind.STOP || wanted == FactKind.RESTART;
        if (stands && rule(of.clock()).backwards()) {
            throw new ClockStateException(rule(of.clock()), state, "It cannot be stopped; leave days out instead.");
        }
        if (!List.of(states).contains(state)) {
            throw new ClockStateException(rule(of.clock()), state, switch (state) {
                case NOT_STARTED -> "It has not started; start it first.";
                case RUNNING -> "It is running; stop it first.";
                case STOPPED -> "It stands still; restart it first.";
                case MET -> "It has ended already; start it again if it must run again.";
                case CANCELLED -> "It was cancelled; start it again if it must run again.";
            });
        }
        return clock;
    }

    CaseClock extendable(ClockAddress of) {
        return rule(of.clock()).backwards()
                ? known(of, FactKind.EXTEND, ClockState.RUNNING, ClockState.MET)
                : known(of, FactKind.EXTEND, ClockState.RUNNING);
    }

    void record(CaseClock clock, FactKind kind, LocalDate on, String what, String by) {
        record(clock, what, by, NewFact.of(kind, on, what, rule(clock.clock()).ground()));
    }

    void record(CaseClock clock, String reason, String by, NewFact... facts) {
        ClockRule rule = rule(clock.clock());
        WorkingDays days = calendars.workingDays(rule.calendar());
        LocalDate before = clock.reading().dueNow();
        clock.record(List.of(facts), now.instant(), by, all -> Derivation.read(rule, days, all));
        if (clock.isNew()) {
            caseClocks.save(clock);
        }
        // now, so that of two who write at once the later hears of it here and not after the event has gone out
        caseClocks.flush();
        LocalDate after = clock.reading().dueNow();
        if (!Objects.equals(before, after)) {
            events.publishEvent(new DueDayMoved(clock.caseReference(), clock.clock(), before, after, reason));
        }
    }
}
