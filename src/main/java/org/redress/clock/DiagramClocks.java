package org.redress.clock;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.redress.kernel.ForDiagrams;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What diagrams and task lists ask of the clocks, in the words of a diagram: a case, the name of a clock, and which of several
 * of its kind where there are several. Java asks {@link Clocks}.
 */
@Service("clocks")
@Transactional(readOnly = true)
public class DiagramClocks {

    private static final int LATE = 100;
    private static final int SOON = 75;
    private static final int USUAL = 50;
    private static final int SOON_WORKING_DAYS = 3;

    private final Clocks clocks;
    private final ClockRules rules;
    private final Kinds kinds;
    private final Calendars calendars;
    private final Now now;

    DiagramClocks(Clocks clocks, ClockRules rules, Kinds kinds, Calendars calendars, Now now) {
        this.clocks = clocks;
        this.rules = rules;
        this.kinds = kinds;
        this.calendars = calendars;
        this.now = now;
    }

    /**
     * For timers: the moment at which the due day is over in London, or null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @ForDiagrams
    public Date due(String caseReference, String clockName) {
        return due(caseReference, clockName, ClockAddress.THE_CASE);
    }

    /** {@link #due(String, String)} for one of several of its kind in the case. */
    @ForDiagrams
    public Date due(String caseReference, String clockName, int subject) {
        return dueNow(caseReference, clockName, subject).map(day -> Date.from(now.endOf(day))).orElse(null);
    }

    /**
     * For due dates of tasks: the last second of the due day in London, so that a task list shows the day itself; null
     * if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @ForDiagrams
    public Date dueDay(String caseReference, String clockName) {
        return dueDay(caseReference, clockName, ClockAddress.THE_CASE);
    }

    /** {@link #dueDay(String, String)} for one of several of its kind in the case. */
    @ForDiagrams
    public Date dueDay(String caseReference, String clockName, int subject) {
        return dueNow(caseReference, clockName, subject).map(day -> Date.from(now.endOf(day).minusSeconds(1))).orElse(null);
    }

    /**
     * For follow-up dates of waiting tasks: the moment from which it is time to look again, which is when the due day is
     * over; null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @ForDiagrams
    public Date followUp(String caseReference, String clockName) {
        return due(caseReference, clockName);
    }

    /** {@link #followUp(String, String)} for one of several of its kind in the case. */
    @ForDiagrams
    public Date followUp(String caseReference, String clockName, int subject) {
        return due(caseReference, clockName, subject);
    }

    /**
     * For the priority of tasks: 100 when the due day has passed, 75 when it is today or at most three working days
     * away, otherwise 50.
     *
     * @param clockName the name of a declared clock
     */
    @ForDiagrams
    public int priority(String caseReference, String clockName) {
        return priority(caseReference, clockName, ClockAddress.THE_CASE);
    }

    /** {@link #priority(String, String)} for one of several of its kind in the case. */
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
        return calendarOf(clockName).between(today, due) <= SOON_WORKING_DAYS ? SOON : USUAL;
    }

    /**
     * For timers that put a step before somebody in good time: the moment from which a due day is at most three working
     * days away, or null if nothing is due.
     *
     * @param clockName the name of a declared clock
     */
    @ForDiagrams
    public Date soon(String caseReference, String clockName) {
        LocalDate due = dueNow(caseReference, clockName, ClockAddress.THE_CASE).orElse(null);
        if (due == null) {
            return null;
        }
        WorkingDays days = calendarOf(clockName);
        LocalDate first = due;
        while (days.between(first.minusDays(1), due) <= SOON_WORKING_DAYS) {
            first = first.minusDays(1);
        }
        return Date.from(now.endOf(first.minusDays(1)));
    }

    /** For the list of what is due soon: the moment at which the third working day from today is over in London. */
    @ForDiagrams
    public Date endOfSoon() {
        WorkingDays days = calendars.workingDays(WorkingCalendar.ENGLAND_AND_WALES).asFarAsKnown();
        LocalDate last = now.today();
        while (days.between(now.today(), last.plusDays(1)) <= SOON_WORKING_DAYS) {
            last = last.plusDays(1);
        }
        return Date.from(now.endOf(last));
    }

    /** How many of the days for applying were used; null if they never began or nothing was received. */
    @ForDiagrams
    public Integer countedDays(String caseReference) {
        return clocks.countedDays(caseReference);
    }

    private Optional<LocalDate> dueNow(String caseReference, String clockName, int subject) {
        return clocks.dueNow(new ClockAddress(caseReference, name(clockName), subject));
    }

    private WorkingDays calendarOf(String clockName) {
        return calendars.workingDays(rules.of(name(clockName)).calendar()).asFarAsKnown();
    }

    private ClockName name(String clockName) {
        return kinds.clock(clockName).map(clock -> new ClockName(clock.name())).orElseThrow(
                () -> new ClockInputException("clock", "There is no clock " + clockName + "; the clocks are "
                        + kinds.clocks().stream().map(DeclaredClock::name).toList() + "."));
    }
}
