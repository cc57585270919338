package org.redress.casefile;

/** Where the validity check sends a case, and how it ends. {@code REVIEW} stands only while a review is on foot. */
public enum CasePath {
    FORWARD_TO_IOPC("Forward to the IOPC"),
    OTHER_BODY("Pass to another local policing body"),
    OLD_RULES("No review: the rules before 1 February 2020 apply"),
    NOT_VALID("No review: the application is not valid"),
    WITHDRAWN("No review: withdrawn"),
    ASK_APPLICANT("Ask the applicant"),
    REVIEW("Carry out the review"),
    REVIEW_NOT_UPHELD("Reviewed: not upheld"),
    REVIEW_UPHELD("Reviewed: upheld");

    private final String words;

    CasePath(String words) {
        this.words = words;
    }

    /** The path as staff say it. */
    public String words() {
        return words;
    }
}
