package org.redress.casefile;

import org.redress.kernel.InWords;

/** What matters about somebody for how they are written to and who can speak for them. */
public enum Standing implements InWords {
    PERSON("A person"),
    CHILD("A child"),
    DECEASED("Has died"),
    PRISONER("In prison"),
    ORGANISATION("An organisation");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
