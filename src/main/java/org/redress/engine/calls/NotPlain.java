package org.redress.engine.calls;

/** A deployed text, or a value handed to one, reached for more than plain values. Nothing of it was run. */
public class NotPlain extends RuntimeException {

    NotPlain(String message) {
        super(message);
    }
}
