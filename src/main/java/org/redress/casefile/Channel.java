package org.redress.casefile;

/** The ways by which an application comes in. */
public enum Channel {
    FORM("online form"),
    EMAIL("e-mail"),
    POST("post"),
    PHONE("phone"),
    FORWARDED_BY_IOPC("the IOPC, which forwarded it"),
    CENTURION("Centurion");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /** What follows "received by". */
    public String words() {
        return words;
    }
}
