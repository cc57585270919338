package org.redress.review;

/** Who said it. */
public enum FactSource {
    APPLICATION("the application"),
    ANSWER("the applicant's answer"),
    PAPERS("the force's papers"),
    CONFIRMED("a caseworker, on confirming the facts"),
    LATER("a caseworker, later in the review"),
    EXTENSION("the decision on lateness");

    private final String words;

    FactSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
