package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as a person in London reads them. */
public final class Moments {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Moments() {}

    /** "4 June 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Thursday 4 June 2026". */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** The London day of a moment, as "4 June 2026". */
    public static String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, LONDON));
    }

    /** "4 June 2026 at 9:32am". */
    public static String moment(Instant moment) {
        return day(moment) + " at " + TIME.format(moment.atZone(LONDON)).toLowerCase(Locale.UK);
    }
}
