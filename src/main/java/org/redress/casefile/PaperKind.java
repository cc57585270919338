package org.redress.casefile;

/** What a paper is. A letter names no paper that is somebody else's, or that nobody but us may read. */
public enum PaperKind {
    COMPLAINT("The complaint as it was made", true),
    OUTCOME_LETTER("The force’s outcome letter", true),
    REPORT("A report, or notes of how the outcome was reached", true),
    LETTERS("Letters and e-mails with the complainant", true),
    RECORD("A record of the force", true),
    VIDEO("Body-worn video, pictures or sound", true),
    OTHER("Something else", true),
    LEGAL_ADVICE("Legal advice: privileged", false),
    ABOUT_SOMEBODY_ELSE("A statement or papers of somebody else", false),
    PERSONNEL("Personnel or vetting papers", false);

    private final String words;
    private final boolean mayBeNamed;

    PaperKind(String words, boolean mayBeNamed) {
        this.words = words;
        this.mayBeNamed = mayBeNamed;
    }

    public String words() {
        return words;
    }

    /** Whether a letter may tell that there is such a paper. */
    public boolean mayBeNamed() {
        return mayBeNamed;
    }
}
