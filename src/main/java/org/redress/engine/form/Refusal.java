package org.redress.engine.form;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Carries a {@link DoorException} out of the engine. The engine logs a bad request quietly and everything else as a failure
 * of its own, and a refusal is no failure; {@link RoadBlock} unwraps it at the engine's edge.
 */
final class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    Refusal(DoorException cause) {
        super(cause.getMessage(), cause);
    }
}
