package org.redress.engine.form;

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
}
