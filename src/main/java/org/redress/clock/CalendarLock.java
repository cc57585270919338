package org.redress.clock;

import org.redress.database.Locks;
import org.springframework.stereotype.Component;

/**
 * Keeps a clock from starting on the old calendar while the calendar is being changed. Whoever writes to the ledger
 * shares the lock; whoever changes a holiday or a rule holds it alone and so sees every clock.
 */
@Component
class CalendarLock {

    private static final String CALENDAR = "the calendar that clocks run by";

    private final Locks locks;

    CalendarLock(Locks locks) {
        this.locks = locks;
    }

    void share() {
        locks.share(CALENDAR);
    }

    void alone() {
        locks.alone(CALENDAR);
    }
}
