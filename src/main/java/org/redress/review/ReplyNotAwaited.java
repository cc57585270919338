package org.redress.review;

/** A reply, or a request for more time, came where none is awaited. */
public class ReplyNotAwaited extends RuntimeException {

    public ReplyNotAwaited(String message) {
        super(message);
    }
}
