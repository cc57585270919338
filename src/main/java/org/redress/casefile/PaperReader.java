package org.redress.casefile;

/** In letters to whom a paper may be named. */
public enum PaperReader {
    COMPLAINANT("The complainant"),
    FORCE("The force"),
    SUBJECT("The person complained against"),
    INTERESTED("Interested persons");

    private final String words;

    PaperReader(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
