package org.redress.engine.calls;

/** A deployed text asked for something that is not made for diagrams. Nothing of it was run. */
public class CallRefused extends RuntimeException {

    CallRefused(String message) {
        super(message + " Diagrams may read their registered variables and make the calls in docs/generated/calls.md, and nothing else.");
    }
}
