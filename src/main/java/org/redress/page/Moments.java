package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import org.redress.kernel.London;

/** Days and times as the pages say them. */
public final class Moments {

    private Moments() {}

    /** "4 June 2026". */
    public static String day(LocalDate day) {
        return London.words(day);
    }

    /** "Thursday 4 June 2026". */
    public static String weekday(LocalDate day) {
        return London.weekday(day);
    }

    /** The London day of a moment, as "4 June 2026". */
    public static String day(Instant moment) {
        return London.words(London.dayOf(moment));
    }

    /** "4 June 2026 at 9:32am". */
    public static String moment(Instant moment) {
        return London.words(moment);
    }
}
