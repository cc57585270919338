package org.redress.clock;

import java.time.LocalDate;

/** A fact before it is recorded: without person, time and number. */
record NewFact(FactKind kind, LocalDate on, LocalDate until, Integer addedCount, Integer setsAside, String what,
        String ground) {

    static NewFact of(FactKind kind, LocalDate on, String what, String ground) {
        return new NewFact(kind, on, null, null, null, what, ground);
    }

    static NewFact of(FactKind kind, LocalDate on, LocalDate until, String what, String ground) {
        return new NewFact(kind, on, until, null, null, what, ground);
    }
}
