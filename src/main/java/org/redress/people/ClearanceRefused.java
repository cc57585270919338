package org.redress.people;

/** A clearance cannot be recorded like this; the message says why and what to do. */
public class ClearanceRefused extends RuntimeException {

    private final String field;

    ClearanceRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The part of the entry that is wrong: {@code kind}, {@code validFrom}, {@code validUntil} or {@code note}. */
    public String field() {
        return field;
    }
}
