package org.redress.clock;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/**
 * Keeps a clock from starting on the old calendar while the calendar is being changed. Whoever writes to the ledger
 * shares the lock; whoever changes a holiday or a rule holds it alone and so sees every clock. It is the database's, so
 * it holds between nodes, and ends with the transaction.
 */
@Component
class CalendarLock {

    /** "redress clock"; any number does, as long as nothing else in the database uses it. */
    private static final long KEY = 7_237_877_001L;

    private final EntityManager entityManager;

    CalendarLock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void share() {
        take("pg_advisory_xact_lock_shared");
    }

    void alone() {
        take("pg_advisory_xact_lock");
    }

    private void take(String lock) {
        entityManager.createNativeQuery("select 1 from " + lock + "(" + KEY + ")", Integer.class).getSingleResult();
    }
}
