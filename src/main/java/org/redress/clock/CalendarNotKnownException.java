package org.redress.clock;

/**
 * A count runs into a year whose bank holidays are not in the table. Counting on would treat them as working days
 * without telling anyone, so nothing is answered.
 */
public class CalendarNotKnownException extends RuntimeException {

    private final WorkingCalendar calendar;
    private final int year;

    CalendarNotKnownException(WorkingCalendar calendar, int year) {
        super("The bank holidays of " + year + " for " + calendar.words() + " are not in the table, so this day cannot"
                + " be found; a process owner adds them and confirms the year, or imports the GOV.UK list.");
        this.calendar = calendar;
        this.year = year;
    }

    /** The calendar that lacks a year. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** The year to add. */
    public int year() {
        return year;
    }
}
