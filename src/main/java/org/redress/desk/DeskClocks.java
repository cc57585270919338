package org.redress.desk;

import org.redress.clock.ClockName;

/** The clocks that every case may have, whatever its procedure. */
public final class DeskClocks {

    public static final ClockName PROGRESS_UPDATE = new ClockName("PROGRESS_UPDATE");
    public static final ClockName RAISED_CASE = new ClockName("RAISED_CASE");
    public static final ClockName LETTER_OWED = new ClockName("LETTER_OWED");

    private DeskClocks() {}
}
