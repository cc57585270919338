package org.redress.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long work may stand in the way of other work.
 *
 * @param lock how long somebody at a page or a door waits for what another holds
 * @param statement how long one statement for them may run
 * @param idleTransaction how long a transaction may do nothing: a node that was paused in the middle of one loses it
 */
@ConfigurationProperties("redress.database")
record DatabasePatience(
        @DefaultValue("2s") Duration lock,
        @DefaultValue("30s") Duration statement,
        @DefaultValue("30s") Duration idleTransaction) {

    /** What runs by itself can wait, but not for ever. */
    private static final Duration OWN_WORK = Duration.ofMinutes(1);

    /** For whose work a connection was taken. */
    enum Work { START, OWN, SOMEBODYS }

    String settings(Work work) {
        return switch (work) {
            // nodes that start at once wait for each other
            case START -> settings(Duration.ZERO, Duration.ZERO, Duration.ZERO);
            case OWN -> settings(OWN_WORK, Duration.ZERO, idleTransaction.multipliedBy(2));
            case SOMEBODYS -> settings(lock, statement, idleTransaction);
        };
    }

    private static String settings(Duration lock, Duration statement, Duration idle) {
        return "set lock_timeout = " + lock.toMillis() + "; set statement_timeout = " + statement.toMillis()
                + "; set idle_in_transaction_session_timeout = " + idle.toMillis();
    }
}
