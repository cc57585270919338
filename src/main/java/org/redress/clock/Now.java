package org.redress.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.kernel.London;
import org.springframework.stereotype.Component;

/** The only place that knows what day it is. Days are civil days in London, whatever the machine is set to. */
@Component
public class Now {

    private final Clock clock;

    public Now(Clock clock) {
        this.clock = clock;
    }

    /** The present moment. */
    public Instant instant() {
        return clock.instant();
    }

    /** Today in London. */
    public LocalDate today() {
        return londonDay(instant());
    }

    /** The day it is in London at a moment: 23:48 UTC on 30 August is already 31 August. */
    public LocalDate londonDay(Instant moment) {
        return London.dayOf(moment);
    }

    /**
     * The moment at which a day is over: the first moment of the next day in London. Something done before it was done
     * on the day; something done at it was not.
     */
    public Instant endOf(LocalDate day) {
        return London.endOf(day);
    }
}
