package org.redress.letter;

import java.util.Locale;

/** The notices and letters of a procedure, by the code that the case file and the diagrams use. */
public enum LetterKind {

    N1("Acknowledgement", "review/Acknowledgement", "the applicant"),
    N2("Request for information", "review/RequestForInformation", "the applicant"),
    N3("Forwarding notice", "review/ForwardingNotice", "the applicant"),
    N4("Application that cannot be reviewed", "review/NotValid", "the applicant"),
    N5("Notice of application", "review/NoticeOfApplication",
            "the force, interested persons and the person complained against"),
    N6("Request for papers", "review/RequestForPapers", "the force"),
    N7("Progress update", "review/ProgressUpdate", "the applicant"),
    N8("Outcome", "review/OutcomeToComplainant", "the complainant"),
    N9("Outcome for the force", "review/OutcomeToForce", "the force"),
    N10("Outcome for others", "review/OutcomeToOthers", "interested persons and the person complained against"),
    N11("Recommendation", "review/Recommendation", "the force"),
    N12("Chaser", "review/Chaser", "the force"),
    N13("Copy of the reply", "review/ReplyCopy",
            "the complainant, interested persons and the person complained against"),
    N14("Closed without a decision", "review/Closed", "the applicant and the force");

    private final String label;
    private final String template;
    private final String goesTo;

    LetterKind(String label, String template, String goesTo) {
        this.label = label;
        this.template = template;
        this.goesTo = goesTo;
    }

    /** The code on the file, for example {@code N8}. */
    public String code() {
        return name();
    }

    /** What staff call the letter. */
    public String label() {
        return label;
    }

    /** The template's place below {@code letters/}, without its ending. */
    public String template() {
        return template;
    }

    /** Who such a letter goes to, in words. */
    public String goesTo() {
        return goesTo;
    }

    /** The letter of this code, in any case of letters. */
    public static LetterKind of(String code) {
        return valueOf(code.strip().toUpperCase(Locale.ROOT));
    }
}
