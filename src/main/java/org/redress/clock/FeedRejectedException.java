package org.redress.clock;

/** A list of bank holidays from outside cannot be trusted. Nothing in our table was changed. */
public class FeedRejectedException extends RuntimeException {

    /** What is wrong with it. */
    public enum Reason {
        /** It could not be fetched from its address. */
        NOT_FETCHED,
        /** There is nothing in it. */
        EMPTY,
        /** It is far longer than any list of bank holidays. */
        TOO_BIG,
        /** It is something else, for example an HTML page. */
        NOT_JSON,
        /** It is JSON, but not the list that GOV.UK publishes. */
        WRONG_SHAPE,
        /** It leaves out days that have already been. */
        DROPS_PAST_DAYS,
        /** It gives England and Wales a day that is kept only elsewhere. */
        FOREIGN_DAY
    }

    private final Reason reason;

    FeedRejectedException(Reason reason, String message) {
        super(message + " Nothing was changed.");
        this.reason = reason;
    }

    /** What is wrong with the list. */
    public Reason reason() {
        return reason;
    }
}
