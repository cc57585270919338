package org.redress.clock;

import static org.redress.clock.WorkingCalendar.ENGLAND_AND_WALES;

/**
 * The eleven ways in which the law counts days (P1 to P11). Each is one row: what is counted, whether the start day is
 * day 1, which way, and what may be left out. The time ends with the end of the day that is found.
 */
public enum DayRule {

    /** N working days beginning with the first working day after the start. */
    P1(Unit.WORKING_DAY, +1, false, Count.ASKED, null, ENGLAND_AND_WALES),
    /** N working days beginning with the start day itself, or with the next working day if it is none. */
    P2(Unit.WORKING_DAY, +1, true, Count.ASKED, null, ENGLAND_AND_WALES),
    /** Not less than A and not more than B working days after the start: both ends are allowed. */
    P3(Unit.WORKING_DAY, +1, false, Count.TWO_ASKED, null, ENGLAND_AND_WALES),
    /** Within N days (four weeks if not said) of the start; weekends and holidays count and nothing rolls on. */
    P4(Unit.DAY, +1, false, Count.ASKED, 28, ENGLAND_AND_WALES),
    /** N days beginning with the start day. */
    P5(Unit.DAY, +1, true, Count.ASKED, null, ENGLAND_AND_WALES),
    /** After the end of N days starting with the start day: the earliest day allowed. */
    P6(Unit.DAY, +1, false, Count.ASKED, null, ENGLAND_AND_WALES),
    /**
     * A period of N months beginning with the start day: it ends the day before the corresponding date. Where the month
     * has no such date, its last day stands in for it, as in P10; of the two readings that is the earlier, which can
     * make nobody late.
     */
    P7(Unit.MONTH, +1, true, Count.ASKED, null, ENGLAND_AND_WALES),
    /** The end of the day after. */
    P8(Unit.DAY, +1, false, Count.FIXED, 1, ENGLAND_AND_WALES),
    /** The 20th working day after receipt, counted on the calendar of the whole United Kingdom. */
    P9(Unit.WORKING_DAY, +1, false, Count.ASKED, 20, WorkingCalendar.UK),
    /** One month from receipt: the same date, or the month's last day, or the next working day after it. */
    P10(Unit.MONTH, +1, false, Count.FIXED, 1, ENGLAND_AND_WALES),
    /** No less than N working days before the start: the latest day allowed. */
    P11(Unit.WORKING_DAY, -1, false, Count.ASKED, null, ENGLAND_AND_WALES);

    enum Unit { WORKING_DAY, DAY, MONTH }

    enum Count { ASKED, TWO_ASKED, FIXED }

    private final Unit unit;
    private final int step;
    private final boolean startCounts;
    private final Count counted;
    private final Integer defaultCount;
    private final WorkingCalendar defaultCalendar;

    DayRule(Unit unit, int step, boolean startCounts, Count counted, Integer defaultCount, WorkingCalendar calendar) {
        this.unit = unit;
        this.step = step;
        this.startCounts = startCounts;
        this.counted = counted;
        this.defaultCount = defaultCount;
        this.defaultCalendar = calendar;
    }

    /** The calendar that the law means where the question names none. */
    public WorkingCalendar defaultCalendar() {
        return defaultCalendar;
    }

    /** Whether the rule counts working days, so that bank holidays matter. */
    public boolean countsWorkingDays() {
        return unit == Unit.WORKING_DAY;
    }

    /** Whether a clock may run by it: forward, to one day, by a number that can be set. */
    public boolean suitsClocks() {
        return step > 0 && counted == Count.ASKED && this != P6;
    }

    Unit unit() {
        return unit;
    }

    int step() {
        return step;
    }

    boolean startCounts() {
        return startCounts;
    }

    Count counted() {
        return counted;
    }

    Integer defaultCount() {
        return defaultCount;
    }
}
