package org.redress.review;

/** What a force can answer to a recommendation. */
public enum ReplyAnswer {
    ACCEPTED("accepted"),
    PARTLY_ACCEPTED("partly accepted"),
    NOT_ACCEPTED("not accepted");

    private final String words;

    ReplyAnswer(String words) {
        this.words = words;
    }

    /** The answer as staff say it. */
    public String words() {
        return words;
    }
}
