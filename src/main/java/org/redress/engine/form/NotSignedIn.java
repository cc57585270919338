package org.redress.engine.form;

/** Nobody is signed in, so nobody can answer for this step. */
public final class NotSignedIn extends DoorException {

    NotSignedIn() {
        super("Sign in to complete this step.");
    }
}
