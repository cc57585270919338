package org.redress.engine.form;

import java.time.Instant;
import java.util.Optional;

/** Somebody or something was first: the step is over, or it changed while the person was working on it. */
public final class StepTaken extends DoorException {

    private final String completedBy;
    private final transient Instant completedAt;

    StepTaken(String message, String completedBy, Instant completedAt, Throwable cause) {
        super(message, cause);
        this.completedBy = completedBy;
        this.completedAt = completedAt;
    }

    /** Who completed the step; empty where it was not completed by a person. */
    public Optional<String> completedBy() {
        return Optional.ofNullable(completedBy);
    }

    /** When the step ended; empty where it is still open. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }
}
