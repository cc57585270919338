package org.redress.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days and times of London, whatever the machine is set to, and the words for them. What day it is now says the clock module
 * alone.
 */
public final class London {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private London() {}

    /** The day it is at a moment: 23:48 UTC on 30 August is already 31 August. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** What calendars and clocks on the wall show at a moment. */
    public static LocalDateTime wallOf(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    /**
     * The moment at which a day is over: the first moment of the next. Something done before it was done on the day;
     * something done at it was not.
     */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static Instant noonOf(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    /** "4 June 2026". */
    public static String words(LocalDate day) {
        return DAY.format(day);
    }

    /** "Thursday 4 June 2026". */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "4 June 2026 at 9:32am". */
    public static String words(Instant moment) {
        return words(dayOf(moment)) + " at " + TIME.format(wallOf(moment)).toLowerCase(Locale.UK);
    }
}
