package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of every clock of every case. Each change is a dated fact with its legal ground and the person who
 * recorded it; due days are read from the facts and never set. Whenever a due day comes, moves or goes,
 * {@link DueDayMoved} is published in the same transaction. Diagrams ask {@link DiagramClocks}.
 *
 * <p>All writing methods throw {@link ClockInputException} naming what is missing or impossible,
 * {@link ClockStateException} if the clock cannot do that now, and
 * {@link org.springframework.orm.ObjectOptimisticLockingFailureException} to the later of two who write at once (or
 * {@link org.springframework.dao.DataIntegrityViolationException} if both start the same clock for the first time).
 * Their {@code what} is what happened (up to 900 characters), {@code by} the account. The ground of a fact is that of the
 * clock's row, as {@link #ground} gives it.
 */
@Service("clockLedger")
@Transactional
public class Clocks {

    private final Ledger ledger;
    private final ClockViews views;
    private final Kinds kinds;
    private final Calendars calendars;
    private final Now now;

    Clocks(Ledger ledger, ClockViews views, Kinds kinds, Calendars calendars, Now now) {
        this.ledger = ledger;
        this.views = views;
        this.kinds = kinds;
        this.calendars = calendars;
        this.now = now;
    }

    /**
     * Starts a clock, or starts it again from the beginning: earlier stops and extensions belong to the earlier run.
     * Starting a running clock from the day it already runs from changes nothing.
     *
     * @param on the day from which the law counts, usually the day before day 1
     */
    public void start(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        CaseClock clock = ledger.open(of);
        if (clock.reading().state() == ClockState.RUNNING && on.equals(clock.reading().startedOn())) {
            return;
        }
        ledger.record(clock, FactKind.START, on, what, by);
    }

    /**
     * Lets a running clock stand still. The day itself still counts; the days after it do not, until the clock is
     * restarted.
     */
    public void stop(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        CaseClock clock = ledger.known(of, FactKind.STOP, ClockState.RUNNING);
        new Needed().that(!on.isBefore(clock.reading().startedOn()), "on",
                "The clock started only on " + Explanation.day(clock.reading().startedOn()) + ".").check();
        ledger.record(clock, FactKind.STOP, on, what, by);
    }

    /** Lets a stopped clock run again; the first day that counts is the day after. */
    public void restart(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        CaseClock clock = ledger.known(of, FactKind.RESTART, ClockState.STOPPED);
        LocalDate stopped = Derivation.standing(clock.facts()).stream().filter(f -> f.kind() == FactKind.STOP)
                .reduce((first, second) -> second).orElseThrow().on();
        new Needed().that(!on.isBefore(stopped), "on",
                "The clock was stopped only on " + Explanation.day(stopped) + ".").check();
        ledger.record(clock, FactKind.RESTART, on, what, by);
    }

    /**
     * Extends a running clock, or the time for applying even after the application, to a later day. A day that was
     * granted stays where it is when bank holidays change.
     *
     * @param newDue the new due day, later than the present one
     */
    public void extend(ClockAddress of, LocalDate newDue, String what, String by) {
        needed(of, what, by).day("newDue", newDue).check();
        CaseClock clock = ledger.extendable(of);
        new Needed().that(newDue.isAfter(clock.reading().dueOn()), "newDue", "Give a day after "
                + Explanation.day(clock.reading().dueOn()) + ", which is due already.").check();
        ledger.record(clock, what, by, NewFact.of(FactKind.EXTEND, now.today(), newDue, what, ground(of.clock())));
    }

    /**
     * Extends a running clock by a number in its own unit (working days, days or months).
     *
     * @param count how many more, from 1 to 10,000
     */
    public void extendBy(ClockAddress of, int count, String what, String by) {
        needed(of, what, by).that(count >= 1 && count <= DayCount.LARGEST_COUNT, "count",
                "Give a whole number from 1 to 10000.").check();
        if (ledger.rule(of.clock()).backwards()) {
            extend(of, ledger.extendable(of).reading().dueOn().plusDays(count), what, by);
            return;
        }
        CaseClock clock = ledger.known(of, FactKind.EXTEND, ClockState.RUNNING);
        ledger.record(clock, what, by, NewFact.more(now.today(), count, what, ground(of.clock())));
    }

    /**
     * Records that the law treats the event as having happened on another day: for the time for applying the day on
     * which the application counts as made, for every other clock the day from which it counts.
     */
    public void deem(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        ledger.record(ledger.known(of, FactKind.DEEM, ClockState.RUNNING, ClockState.STOPPED, ClockState.MET), FactKind.DEEM, on, what, by);
    }

    /** Leaves days out of account: those after {@code from} up to and including {@code to}. */
    public void leaveOut(ClockAddress of, LocalDate from, LocalDate to, String what, String by) {
        needed(of, what, by).day("from", from).day("to", to).check();
        new Needed().that(!to.isBefore(from), "to", "The last day lies before the first.").check();
        CaseClock clock = ledger.known(of, FactKind.LEAVE_OUT, ClockState.RUNNING, ClockState.STOPPED, ClockState.MET);
        ledger.record(clock, what, by, NewFact.of(FactKind.LEAVE_OUT, from, to, what, ground(of.clock())));
    }

    /** Records that what the clock waited for happened, in time or late. */
    public void end(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        ledger.record(ledger.known(of, FactKind.MET, ClockState.RUNNING, ClockState.STOPPED), FactKind.MET, on, what, by);
    }

    /** Records that an open clock no longer matters. */
    public void cancel(ClockAddress of, LocalDate on, String what, String by) {
        needed(of, what, by).day("on", on).check();
        ledger.record(ledger.known(of, FactKind.CANCEL, ClockState.RUNNING, ClockState.STOPPED), FactKind.CANCEL, on, what, by);
    }

    /**
     * Cancels every open clock that is for the case itself, as when the case ends. Does nothing if none is. A clock for one
     * of several of its kind, such as a recommendation, ends with that and not with the case.
     */
    public void cancelOpen(String caseReference, LocalDate on, String what, String by) {
        neededOf(caseReference, what, by).day("on", on).check();
        for (CaseClock clock : ledger.openAll(caseReference)) {
            if (clock.address().forTheCase() && clock.reading().state().isOpen()) {
                ledger.record(clock, FactKind.CANCEL, on, what, by);
            }
        }
    }

    /**
     * Records what is known of when the application was made, which settles the clock that counts backwards. Told
     * again with other days, it sets aside the facts that no longer hold and records the new ones; told the same again,
     * it records nothing.
     */
    public void applicationMade(String caseReference, ApplicationMade made, String by) {
        neededOf(caseReference, "-", by).that(made != null, "made", "Say when the application was made.").check();
        CaseClock clock = ledger.open(periodBefore(caseReference).orElseThrow(
                () -> new ClockInputException("clock", "Cases of this kind count no days before they begin.")));
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
            ledger.record(clock, "Application received", by, news.toArray(NewFact[]::new));
        }
    }

    /** On what the number of days of a clock rests, and whether that is confirmed: the ground of every fact about it. */
    @Transactional(readOnly = true)
    public String ground(ClockName clock) {
        return ledger.rule(clock).ground();
    }

    /** The due day of a clock that runs, or that was met; empty if it never started, stands still or was cancelled. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueOn(ClockAddress of) {
        return ledger.reading(of).map(Reading::dueOn);
    }

    /** The due day of a clock that runs. */
    @Transactional(readOnly = true)
    Optional<LocalDate> dueNow(ClockAddress of) {
        return ledger.reading(of).map(Reading::dueNow);
    }

    /** Whether a clock is counting towards a due day. */
    @Transactional(readOnly = true)
    public boolean isRunning(ClockAddress of) {
        return state(of) == ClockState.RUNNING;
    }

    /** Whether a clock stands still. */
    @Transactional(readOnly = true)
    public boolean isStopped(ClockAddress of) {
        return state(of) == ClockState.STOPPED;
    }

    /** Whether what a clock waited for has happened. */
    @Transactional(readOnly = true)
    public boolean isMet(ClockAddress of) {
        return state(of) == ClockState.MET;
    }

    /** Whether a clock is running and its due day is over. */
    @Transactional(readOnly = true)
    public boolean isLate(ClockAddress of) {
        return dueNow(of).filter(due -> due.isBefore(now.today())).isPresent();
    }

    /** How many of the days for applying were used; null if they never began or nothing was received. */
    @Transactional(readOnly = true)
    public Integer countedDays(String caseReference) {
        return periodBefore(caseReference).flatMap(ledger::reading).map(Reading::countedDays).orElse(null);
    }

    /** The last day for applying, without any extension; null if the time never began. */
    @Transactional(readOnly = true)
    public LocalDate lastDay(String caseReference) {
        return periodBefore(caseReference).flatMap(ledger::reading).map(Reading::lastDay).orElse(null);
    }

    /** Every clock of a case as it stands now, in the order in which the kinds declare them. */
    @Transactional(readOnly = true)
    public List<ClockView> of(String caseReference) {
        return views.now(caseReference);
    }

    /**
     * Every clock of a case as the file stood at the end of a past day: only facts recorded by then, and the due days
     * that followed from the calendar and the rules of that time.
     */
    @Transactional(readOnly = true)
    public List<ClockView> asKnownOn(String caseReference, LocalDate day) {
        return views.asKnownOn(caseReference, day);
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

    /** The clock that counts the days before cases of this kind begin. */
    private Optional<ClockAddress> periodBefore(String caseReference) {
        return kinds.ofReference(caseReference).backwardsClock().map(clock -> new ClockName(clock.name()).of(caseReference));
    }

    private ClockState state(ClockAddress of) {
        return ledger.reading(of).map(Reading::state).orElse(ClockState.NOT_STARTED);
    }

    private static Needed needed(ClockAddress of, String what, String by) {
        return rest(new Needed().text("caseReference", of == null ? null : of.caseReference(), 40)
                .that(of != null && of.clock() != null, "clock", "Say which clock."), what, by);
    }

    private static Needed neededOf(String caseReference, String what, String by) {
        return rest(new Needed().text("caseReference", caseReference, 40), what, by);
    }

    private static Needed rest(Needed needed, String what, String by) {
        return needed.text("what", what, 900).text("by", by, 100);
    }
}
