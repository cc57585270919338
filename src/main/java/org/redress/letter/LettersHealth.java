package org.redress.letter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** How many letters wait for a person. They are work for the desk and no reason to stop the house, which stays up. */
@Component("lettersHealthIndicator")
class LettersHealth extends AbstractHealthIndicator implements MeterBinder {

    private final OwedDeliveries owed;

    LettersHealth(OwedDeliveries owed) {
        super("The letters that wait for a person could not be counted");
        this.owed = owed;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        owed.counts().forEach((delivery, count) -> health.withDetail(delivery.name(), count));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Delivery delivery : Delivery.values()) {
            if (delivery.isOwed()) {
                Gauge.builder("redress.letters.owed", owed, all -> all.counts().getOrDefault(delivery, 0L))
                        .description("Letters that did not leave, or may not have, and wait for a person")
                        .tag("delivery", delivery.name())
                        .register(registry);
            }
        }
    }
}
