package org.redress.clock;

/** Where the working days come from; the bank holidays of the database, or a fixed list in a benchmark. */
@FunctionalInterface
interface Calendars {

    WorkingDays workingDays(WorkingCalendar calendar);
}
