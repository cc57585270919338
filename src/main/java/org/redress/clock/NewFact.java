package org.redress.clock;

import java.time.LocalDate;

/** A fact before it is recorded: without person, time and number. */
record NewFact(FactKind kind, LocalDate on, LocalDate until, Integer addedCount, Integer setsAside,
        boolean fromApplication, String what, String ground) {

    static NewFact of(FactKind kind, LocalDate on, String what, String ground) {
        return new NewFact(kind, on, null, null, null, false, what, ground);
    }

    static NewFact of(FactKind kind, LocalDate on, LocalDate until, String what, String ground) {
        return new NewFact(kind, on, until, null, null, false, what, ground);
    }

    /** The fact that sets an earlier one aside. */
    static NewFact settingAside(ClockFact fact) {
        return new NewFact(FactKind.SET_ASIDE, fact.on(), fact.until(), null, fact.number(), false,
                "Set aside: " + fact.what(), "corrected");
    }

    /** More time by a number in the clock's own unit. */
    static NewFact more(LocalDate on, int count, String what, String ground) {
        return new NewFact(FactKind.EXTEND, on, null, count, null, false, what, ground);
    }

    /** The same fact, marked as one that follows from the application and falls with it. */
    NewFact following() {
        return new NewFact(kind, on, until, addedCount, setsAside, true, what, ground);
    }
}
