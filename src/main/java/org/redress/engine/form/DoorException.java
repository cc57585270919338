package org.redress.engine.form;

import java.util.Optional;

/**
 * The form door does not let this through. The message is written for the person at work and is safe to show and to log: it
 * names questions and accounts, never what somebody answered.
 */
public abstract sealed class DoorException extends RuntimeException
        permits AnswersRefused, NotSignedIn, RoadClosed, StepBarred, StepNotYours, StepTaken, StepUnknown {

    protected DoorException(String message) {
        super(message);
    }

    protected DoorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The refusal behind an exception that the engine has wrapped, or empty where there is none. */
    static Optional<DoorException> in(Throwable wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof DoorException meant) {
                return Optional.of(meant);
            }
        }
        return Optional.empty();
    }
}
