package org.redress.review;

/** What was found on one allegation's outcome. */
public enum Finding {
    REASONABLE_AND_PROPORTIONATE("reasonable and proportionate"),
    NOT_REASONABLE_AND_PROPORTIONATE("not reasonable and proportionate");

    private final String words;

    Finding(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
