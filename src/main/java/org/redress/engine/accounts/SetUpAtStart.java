package org.redress.engine.accounts;

import java.util.Comparator;
import java.util.List;
import org.redress.database.Locks;
import org.redress.engine.AsTheHouse;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up accounts, rights and filters before the web server takes its first request. All of it is one transaction, and
 * of several nodes that start at once one goes first while the others wait for it.
 */
@Component
class SetUpAtStart implements SmartInitializingSingleton {

    private final List<AtStart> steps;
    private final TransactionTemplate transaction;
    private final Locks locks;
    private final AsTheHouse asTheHouse;

    SetUpAtStart(List<AtStart> steps, TransactionTemplate transaction, Locks locks, AsTheHouse asTheHouse) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(AtStart::order)).toList();
        this.transaction = transaction;
        this.locks = locks;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            locks.alone("what is set up at start");
            asTheHouse.run(() -> steps.forEach(AtStart::setUp));
        });
    }
}
