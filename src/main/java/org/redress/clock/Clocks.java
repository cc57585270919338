package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.kernel.ForDiagrams;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of every clock of every case. Each change is a dated fact with its legal ground and the person who
 * recorded it; due days are read from the facts and never set. Whenever a due day comes, moves or goes,
 * {@link DueDayMoved} is published in the same transaction.
 *
 * <p>All writing methods throw {@link ClockInputException} naming what is missing or impossible,
 * {@link ClockStateException} if the clock cannot do that now, and
 * {@link org.springframework.orm.ObjectOptimisticLockingFailureException} to the later of two who write at once (or
 * {@link org.springframework.dao.DataIntegrityViolationException} if both start the same clock for the first time).
 * Their {@code what} is what happened (up to 900 characters), {@code ground} the provision or practice it rests on
 * (up to 500), {@code by} the account.
 */
@Service("clocks")
@Transactional
public class Clocks {

    /** The subject of a clock that is for the case itself. */
    static final int THE_CASE = 0;

    private static final int LATE = 100;
    private static final int SOON = 75;
    private static final int USUAL = 50;
    private static final int SOON_WORKING_DAYS = 3;

    private final CaseClocks caseClocks;
    private final ClockRules rules;
    private final Kinds kinds;
    private final Calendars calendars;
    private final CalendarLock lock;
    private final Now now;
    private final ApplicationEventPublisher events;

    Clocks(CaseClocks caseClocks, ClockRules rules, Kinds kinds, Calendars calendars, CalendarLock lock, Now now,
            ApplicationEventPublisher events) {
        this.caseClocks = caseClocks;
        this.rules = rules;
        this.kinds = kinds;
        this.calendars = calendars;
        this.lock = lock;
        this.now = now;
        this.events = events;
    }

    /**
     * Starts a clock, or starts it again from the beginning: earlier stops and extensions belong to the earlier run.
     * Starting a running clock from the day it already runs from changes nothing.
     *
     * @param on the day from which the law counts, usually the day before day 1
     */
    public void start(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        start(caseReference, name, THE_CASE, on, what, ground, by);
    }

    /** The same for one of several of its kind in the case, such as the second recommendation. */
    public void start(String caseReference, ClockName name, int subject, LocalDate on, String what, String ground,
            String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = open(caseReference, name, subject);
        if (clock.reading().state() == ClockState.RUNNING && on.equals(clock.reading().startedOn())) {
            return;
        }
        record(clock, by, what, NewFact.of(FactKind.START, on, what, ground));
    }

    /**
     * Lets a running clock stand still. The day itself still counts; the days after it do not, until the clock is
     * restarted.
     */
    public void stop(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = known(caseReference, name, FactKind.STOP, ClockState.RUNNING);
        needed(caseReference, name, what, ground, by).that(!on.isBefore(clock.reading().startedOn()), "on",
                "The clock started only on " + Explanation.day(clock.reading().startedOn()) + ".").check();
        record(clock, by, what, NewFact.of(FactKind.STOP, on, what, ground));
    }

    /** Lets a stopped clock run again; the first day that counts is the day after. */
    public void restart(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = known(caseReference, name, FactKind.RESTART, ClockState.STOPPED);
        LocalDate stopped = Derivation.standing(clock.facts()).stream().filter(f -> f.kind() == FactKind.STOP)
                .reduce((first, second) -> second).orElseThrow().on();
        new Needed().that(!on.isBefore(stopped), "on",
                "The clock was stopped only on " + Explanation.day(stopped) + ".").check();
        record(clock, by, what, NewFact.of(FactKind.RESTART, on, what, ground));
    }

    /**
     * Extends a running clock, or the time for applying even after the application, to a later day. A day that was
     * granted stays where it is when bank holidays change.
     *
     * @param newDue the new due day, later than the present one
     */
    public void extend(String caseReference, ClockName name, LocalDate newDue, String what, String ground, String by) {
        extend(caseReference, name, THE_CASE, newDue, what, ground, by);
    }

    /** The same for one of several of its kind in the case, such as the second recommendation. */
    public void extend(String caseReference, ClockName name, int subject, LocalDate newDue, String what, String ground,
            String by) {
        needed(caseReference, name, what, ground, by).day("newDue", newDue).check();
        CaseClock clock = extendable(caseReference, name, subject);
        new Needed().that(newDue.isAfter(clock.reading().dueOn()), "newDue", "Give a day after "
                + Explanation.day(clock.reading().dueOn()) + ", which is due already.").check();
        record(clock, by, what, NewFact.of(FactKind.EXTEND, now.today(), newDue, what, ground));
    }

    /**
     * Extends a running clock by a number in its own unit (working days, days or months).
     *
     * @param count how many more, from 1 to 10,000
     */
    public void extendBy(String caseReference, ClockName name, int count, String what, String ground, String by) {
        needed(caseReference, name, what, ground, by).that(count >= 1 && count <= DayCount.LARGEST_COUNT, "count",
                "Give a whole number from 1 to 10000.").check();
        if (rules.of(name).backwards()) {
            CaseClock clock = extendable(caseReference, name, THE_CASE);
            extend(caseReference, name, clock.reading().dueOn().plusDays(count), what, ground, by);
            return;
        }
        CaseClock clock = known(caseReference, name, FactKind.EXTEND, ClockState.RUNNING);
        record(clock, by, what, NewFact.more(now.today(), count, what, ground));
    }

    /**
     * Records that the law treats the event as having happened on another day: for the time for applying the day on
     * which the application counts as made, for every other clock the day from which it counts.
     */
    public void deem(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = known(caseReference, name, FactKind.DEEM, ClockState.RUNNING, ClockState.STOPPED,
                ClockState.MET);
        record(clock, by, what, NewFact.of(FactKind.DEEM, on, what, ground));
    }

    /** Leaves days out of account: those after {@code from} up to and including {@code to}. */
    public void leaveOut(String caseReference, ClockName name, LocalDate from, LocalDate to, String what,
            String ground, String by) {
        needed(caseReference, name, what, ground, by).day("from", from).day("to", to).check();
        new Needed().that(!to.isBefore(from), "to", "The last day lies before the first.").check();
        CaseClock clock = known(caseReference, name, FactKind.LEAVE_OUT, ClockState.RUNNING, ClockState.STOPPED,
                ClockState.MET);
        record(clock, by, what, NewFact.of(FactKind.LEAVE_OUT, from, to, what, ground));
    }

    /** Records that what the clock waited for happened, in time or late. */
    public void end(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        end(caseReference, name, THE_CASE, on, what, ground, by);
    }

    /** The same for one of several of its kind in the case, such as the second recommendation. */
    public void end(String caseReference, ClockName name, int subject, LocalDate on, String what, String ground,
            String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = known(caseReference, name, subject, FactKind.MET, ClockState.RUNNING, ClockState.STOPPED);
        record(clock, by, what, NewFact.of(FactKind.MET, on, what, ground));
    }

    /** Records that an open clock no longer matters. */
    public void cancel(String caseReference, ClockName name, LocalDate on, String what, String ground, String by) {
        cancel(caseReference, name, THE_CASE, on, what, ground, by);
    }

    /** The same for one of several of its kind in the case, such as the second recommendation. */
    public void cancel(String caseReference, ClockName name, int subject, LocalDate on, String what, String ground,
            String by) {
        needed(caseReference, name, what, ground, by).day("on", on).check();
        CaseClock clock = known(caseReference, name, subject, FactKind.CANCEL, ClockState.RUNNING, ClockState.STOPPED);
        record(clock, by, what, NewFact.of(FactKind.CANCEL, on, what, ground));
    }

    /**
     * Cancels every open clock that is for the case itself, as when the case ends. Does nothing if none is. A clock for one
     * of several of its kind, such as a recommendation, ends with that and not with the case.
     */
    public void cancelOpen(String caseReference, LocalDate on, String what, String ground, String by) {
        needed(caseReference, what, ground, by).day("on", on).check();
        lock.share();
        for (CaseClock clock : caseClocks.ofCase(caseReference)) {
            if (clock.subject() == THE_CASE && clock.reading().state().isOpen()) {
                record(clock, by, what, NewFact.of(FactKind.CANCEL, on, what, ground));
            }
        }
    }

    /**
     * Records what is known of when the application was made, which settles the clock that counts backwards. Told
     * again with other days, it sets aside the facts that no longer hold and records the new ones; told the same again,
     * it records nothing.
     */
    public void applicationMade(String caseReference, ApplicationMade made, String by) {
        needed(caseReference, "-", "-", by)
                .that(made != null, "made", "Say when the application was made.").check();
        CaseClock clock = open(caseReference, periodBefore(caseReference).orElseThrow(() -> new ClockInputException("clock",
                "Cases of this kind count no days before they begin.")), THE_CASE);
        List<NewFact> wanted = new ArrayList<>(made.facts(now));
        List<NewFact> news = new ArrayList<>();
        for (ClockFact standing : Derivation.standing(clock.facts())) {
            // what a person recorded, as an extension, is a decision of its own and outlives a corrected day
            if (standing.fromApplication() && !wanted.removeIf(standing::says)) {
                news.add(NewFact.settingAside(standing));
            }
        }
        news.addAll(wanted);
        if (!news.isEmpty()) {
            record(clock, by, "Application received", news.toArray(NewFact[]::new));
        }
    }

    /** The due day of a clock that runs, or that was met; empty if it never started, stands still or was cancelled. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueOn(String caseReference, ClockName name) {
        return dueOn(caseReference, name, THE_CASE);
    }

    /**
     * For timers: the moment at which the due day is over in London, or null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date due(String caseReference, String clockName) {
        return dueNow(caseReference, clockName).map(day -> Date.from(now.endOf(day))).orElse(null);
    }

    /**
     * For due dates of tasks: the last second of the due day in London, so that a task list shows the day itself; null
     * if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date dueDay(String caseReference, String clockName) {
        return dueNow(caseReference, clockName).map(day -> Date.from(now.endOf(day).minusSeconds(1))).orElse(null);
    }

    /**
     * For follow-up dates of waiting tasks: the moment from which it is time to look again, which is when the due day is
     * over; null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date followUp(String caseReference, String clockName) {
        return due(caseReference, clockName);
    }

    /**
     * For the priority of tasks: 100 when the due day has passed, 75 when it is today or at most three working days
     * away, otherwise 50.
     *
     * @param clockName the name of a declared clock
     */
    @Transactional(readOnly = true)
    @ForDiagrams
    public int priority(String caseReference, String clockName) {
        return priority(caseReference, clockName, THE_CASE);
    }

    /** {@link #priority(String, String)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public int priority(String caseReference, String clockName, int subject) {
        LocalDate due = dueNow(caseReference, clockName, subject).orElse(null);
        LocalDate today = now.today();
        if (due == null) {
            return USUAL;
        }
        if (due.isBefore(today)) {
            return LATE;
        }
        WorkingDays days = calendars.workingDays(rules.of(name(clockName)).calendar()).asFarAsKnown();
        return days.between(today, due) <= SOON_WORKING_DAYS ? SOON : USUAL;
    }

    /**
     * For timers that put a step before somebody in good time: the moment from which a due day is at most three working
     * days away, or null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date soon(String caseReference, String clockName) {
        LocalDate due = dueNow(caseReference, clockName).orElse(null);
        if (due == null) {
            return null;
        }
        WorkingDays days = calendars.workingDays(rules.of(name(clockName)).calendar()).asFarAsKnown();
        LocalDate first = due;
        while (days.between(first.minusDays(1), due) <= SOON_WORKING_DAYS) {
            first = first.minusDays(1);
        }
        return Date.from(now.endOf(first.minusDays(1)));
    }

    /** For the list of what is due soon: the moment at which the third working day from today is over in London. */
    @ForDiagrams
    @Transactional(readOnly = true)
    public Date endOfSoon() {
        WorkingDays days = calendars.workingDays(WorkingCalendar.ENGLAND_AND_WALES).asFarAsKnown();
        LocalDate last = now.today();
        while (days.between(now.today(), last.plusDays(1)) <= SOON_WORKING_DAYS) {
            last = last.plusDays(1);
        }
        return Date.from(now.endOf(last));
    }

    /**
     * How many working days of England and Wales lie between two days, the first not counted. Where the second is the
     * earlier, the answer is negative, and at least one even over a weekend: what is past is past.
     */
    @Transactional(readOnly = true)
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        WorkingDays days = calendars.workingDays(WorkingCalendar.ENGLAND_AND_WALES).asFarAsKnown();
        return to.isBefore(from) ? -Math.max(1, days.between(to, from)) : days.between(from, to);
    }

    /** {@link #dueOn(String, ClockName)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueOn(String caseReference, ClockName name, int subject) {
        return caseClocks.reading(caseReference, name, subject).map(Reading::dueOn);
    }

    /** {@link #due(String, String)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date due(String caseReference, String clockName, int subject) {
        return dueNow(caseReference, clockName, subject).map(day -> Date.from(now.endOf(day))).orElse(null);
    }

    /** {@link #dueDay(String, String)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date dueDay(String caseReference, String clockName, int subject) {
        return dueNow(caseReference, clockName, subject).map(day -> Date.from(now.endOf(day).minusSeconds(1))).orElse(null);
    }

    /** {@link #followUp(String, String)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Date followUp(String caseReference, String clockName, int subject) {
        return due(caseReference, clockName, subject);
    }

    /** {@link #isRunning(String, String)} for one of several of its kind in the case. */
    @Transactional(readOnly = true)
    public boolean isRunning(String caseReference, String clockName, int subject) {
        return state(caseReference, clockName, subject) == ClockState.RUNNING;
    }

    /** Whether a clock is counting towards a due day. */
    @Transactional(readOnly = true)
    public boolean isRunning(String caseReference, String clockName) {
        return state(caseReference, clockName) == ClockState.RUNNING;
    }

    /** Whether a clock stands still. */
    @Transactional(readOnly = true)
    public boolean isStopped(String caseReference, String clockName) {
        return state(caseReference, clockName) == ClockState.STOPPED;
    }

    /** Whether what a clock waited for has happened. */
    @Transactional(readOnly = true)
    public boolean isMet(String caseReference, String clockName) {
        return state(caseReference, clockName) == ClockState.MET;
    }

    /** Whether a clock is running and its due day is over. */
    @Transactional(readOnly = true)
    public boolean isLate(String caseReference, String clockName) {
        return dueNow(caseReference, clockName).filter(due -> due.isBefore(now.today())).isPresent();
    }

    /** How many of the days for applying were used; null if they never began or nothing was received. */
    @Transactional(readOnly = true)
    @ForDiagrams
    public Integer countedDays(String caseReference) {
        return applicationPeriod(caseReference).map(Reading::countedDays).orElse(null);
    }

    /** The last day for applying, without any extension; null if the time never began. */
    @Transactional(readOnly = true)
    public LocalDate lastDay(String caseReference) {
        return applicationPeriod(caseReference).map(Reading::lastDay).orElse(null);
    }

    /** Every clock of a case as it stands now, in the order in which the kinds declare them. */
    @Transactional(readOnly = true)
    public List<ClockView> of(String caseReference) {
        return views(caseReference, null);
    }

    /**
     * Every clock of a case as the file stood at the end of a past day: only facts recorded by then, and the due days
     * that followed from the calendar and the rules of that time.
     */
    @Transactional(readOnly = true)
    public List<ClockView> asKnownOn(String caseReference, LocalDate day) {
        return views(caseReference, day);
    }

    private void record(CaseClock clock, String by, String reason, NewFact... facts) {
        ClockRule rule = rules.of(clock.clock());
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

    private CaseClock open(String caseReference, ClockName name, int subject) {
        lock.share();
        return find(caseReference, name, subject).orElseGet(() -> new CaseClock(caseReference, name, subject));
    }

    private CaseClock known(String caseReference, ClockName name, FactKind wanted, ClockState... states) {
        return known(caseReference, name, THE_CASE, wanted, states);
    }

    private CaseClock known(String caseReference, ClockName name, int subject, FactKind wanted, ClockState... states) {
        CaseClock clock = open(caseReference, name, subject);
        ClockState state = clock.reading().state();
        boolean stands = wanted == FactKind.STOP || wanted == FactKind.RESTART;
        if (stands && rules.of(name).backwards()) {
            throw new ClockStateException(rules.of(name), state, "It cannot be stopped; leave days out instead.");
        }
        if (!List.of(states).contains(state)) {
            throw new ClockStateException(rules.of(name), state, switch (state) {
                case NOT_STARTED -> "It has not started; start it first.";
                case RUNNING -> "It is running; stop it first.";
                case STOPPED -> "It stands still; restart it first.";
                case MET -> "It has ended already; start it again if it must run again.";
                case CANCELLED -> "It was cancelled; start it again if it must run again.";
            });
        }
        return clock;
    }

    private CaseClock extendable(String caseReference, ClockName name, int subject) {
        return rules.of(name).backwards()
                ? known(caseReference, name, subject, FactKind.EXTEND, ClockState.RUNNING, ClockState.MET)
                : known(caseReference, name, subject, FactKind.EXTEND, ClockState.RUNNING);
    }

    private Optional<CaseClock> find(String caseReference, ClockName name, int subject) {
        return caseClocks.findByCaseReferenceAndClockAndSubject(caseReference, name, subject);
    }

    private Optional<LocalDate> dueNow(String caseReference, String clockName) {
        return dueNow(caseReference, clockName, THE_CASE);
    }

    private Optional<LocalDate> dueNow(String caseReference, String clockName, int subject) {
        return caseClocks.reading(caseReference, name(clockName), subject).map(Reading::dueNow);
    }

    private Optional<Reading> applicationPeriod(String caseReference) {
        return periodBefore(caseReference).flatMap(name -> caseClocks.reading(caseReference, name, THE_CASE));
    }

    /** The name of the clock that counts the days before cases of this kind begin. */
    private Optional<ClockName> periodBefore(String caseReference) {
        return kinds.ofReference(caseReference).backwardsClock().map(clock -> new ClockName(clock.name()));
    }

    private ClockState state(String caseReference, String clockName) {
        return state(caseReference, clockName, THE_CASE);
    }

    private ClockState state(String caseReference, String clockName, int subject) {
        return caseClocks.reading(caseReference, name(clockName), subject).map(Reading::state).orElse(ClockState.NOT_STARTED);
    }

    private ClockName name(String clockName) {
        return kinds.clock(clockName).map(clock -> new ClockName(clock.name())).orElseThrow(
                () -> new ClockInputException("clock", "There is no clock " + clockName + "; the clocks are "
                        + kinds.clocks().stream().map(DeclaredClock::name).toList() + "."));
    }

    private List<ClockView> views(String caseReference, LocalDate asKnownOn) {
        LocalDate day = asKnownOn == null ? now.today() : asKnownOn;
        Map<ClockName, ClockRule> known = new LinkedHashMap<>();
        rules.all().forEach(rule -> known.put(rule.clock(), rule));
        List<ClockName> order = List.copyOf(known.keySet());
        Map<WorkingCalendar, WorkingDays> days = new EnumMap<>(WorkingCalendar.class);
        return caseClocks.ofCase(caseReference).stream()
                .sorted(Comparator.comparing((CaseClock clock) -> order.indexOf(clock.clock())).thenComparing(CaseClock::subject))
                .map(clock -> {
                    List<ClockFact> facts = asKnownOn == null ? clock.facts() : clock.facts().stream()
                            .filter(f -> f.recordedAt().isBefore(now.endOf(asKnownOn))).toList();
                    ClockRule rule = known.get(clock.clock());
                    return facts.isEmpty() ? null : Wording.view(rule, facts, day,
                            days.computeIfAbsent(rule.calendar(), c -> calendars.workingDays(c).asFarAsKnown())).of(clock.subject());
                }).filter(Objects::nonNull).toList();
    }

    private static Needed needed(String caseReference, ClockName name, String what, String ground, String by) {
        return rest(new Needed().text("caseReference", caseReference, 40).that(name != null, "clock", "Say which clock."), what, ground, by);
    }

    private static Needed needed(String caseReference, String what, String ground, String by) {
        return rest(new Needed().text("caseReference", caseReference, 40), what, ground, by);
    }

    private static Needed rest(Needed needed, String what, String ground, String by) {
        return needed.text("what", what, 900).text("ground", ground, 500).text("by", by, 100);
    }
}
