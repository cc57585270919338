package org.redress.engine.accounts;

import java.util.Comparator;
import java.util.List;
import org.redress.engine.AsTheHouse;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up accounts, rights and filters before the web server takes its first request. All of it is one transaction, and
 * of several nodes that start at once one goes first while the others wait for it.
 */
@Component
class SetUpAtStart implements SmartInitializingSingleton {

    /** Any number, the same on every node. */
    private static final long LOCK = 7_340_221_946L;

    private final List<AtStart> steps;
    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final AsTheHouse asTheHouse;

    SetUpAtStart(List<AtStart> steps, TransactionTemplate transaction, JdbcTemplate database, AsTheHouse asTheHouse) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(AtStart::order)).toList();
        this.transaction = transaction;
        this.database = database;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            asTheHouse.run(() -> steps.forEach(AtStart::setUp));
        });
    }
}
