package org.redress.review;

import org.redress.kernel.InWords;

/** Reg 29(4): whether the case has special circumstances that make more time just. */
public enum SpecialCircumstances implements InWords {
    NOT_CONSIDERED("Not considered"),
    ACCEPTED("Accepted"),
    REFUSED("Refused");

    private final String words;

    SpecialCircumstances(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
