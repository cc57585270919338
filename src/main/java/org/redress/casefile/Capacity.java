package org.redress.casefile;

import org.redress.kernel.InWords;

/** As what somebody acts for another. */
public enum Capacity implements InWords {
    SOLICITOR("Solicitor"),
    PARENT("Parent or guardian"),
    PERSONAL_REPRESENTATIVE("Personal representative of somebody who has died"),
    AGENT("Agent, friend or adviser"),
    MEMBER_OF_PARLIAMENT("Member of Parliament");

    private final String words;

    Capacity(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
