package org.redress.casefile;

/** A case cannot be restricted like this; the message says why and what to do. */
public class RestrictionRefused extends RuntimeException {

    private final String field;

    RestrictionRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The part of the request that is wrong: {@code allowed} or {@code reason}. */
    public String field() {
        return field;
    }
}
