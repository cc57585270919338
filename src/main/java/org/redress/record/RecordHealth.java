package org.redress.record;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Where the heads of the record are, and where they do not get to. Work goes on meanwhile, so the house stays up. */
@Component("recordHealthIndicator")
class RecordHealth extends AbstractHealthIndicator {

    private final HeadsLeave heads;

    RecordHealth(HeadsLeave heads) {
        super("How the heads of the record leave could not be told");
        this.heads = heads;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        heads.standing().forEach(place -> health.withDetail(place.place(), words(place)));
        if (!heads.outside()) {
            health.withDetail("another machine", "none is named");
        }
    }

    private static String words(HeadsLeave.Standing place) {
        if (place.failing()) {
            return "not reached since " + place.failingSince() + ": " + place.why();
        }
        return place.head() == null ? "nothing yet" : "has act " + place.head().number();
    }
}
