package org.redress.review;

/** What silence after an unsigned notice means, and why. */
public record DecideOnSilence(Meaning silenceMeans, String reason) {

    /** What silence can mean. */
    public enum Meaning {
        GO_ON,
        WITHDRAWN
    }
}
