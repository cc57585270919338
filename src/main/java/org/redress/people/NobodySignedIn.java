package org.redress.people;

/** Something that only a person may do was asked for, and nobody is signed in. */
public class NobodySignedIn extends RuntimeException {

    public NobodySignedIn() {
        super("Nobody is signed in. Sign in and try again.");
    }
}
