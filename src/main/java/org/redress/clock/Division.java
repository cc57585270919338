package org.redress.clock;

/** The two lists in the table of bank holidays. */
public enum Division {

    /** Days kept in England and Wales. */
    ENGLAND_AND_WALES("England and Wales"),
    /** Days kept only in Scotland or Northern Ireland, which count for freedom of information alone. */
    UK_EXTRA("Scotland or Northern Ireland only");

    private final String words;

    Division(String words) {
        this.words = words;
    }

    /** The list's name as people say it. */
    public String words() {
        return words;
    }
}
