package org.redress.review;

import org.redress.kernel.InWords;

/** How the complaint was investigated, if at all. */
public enum Investigation implements InWords {
    /** handled otherwise than by investigation */
    NONE("Not investigated"),
    /** by the appropriate authority on its own behalf */
    OWN("By the force on its own behalf"),
    /** directed by the Director General */
    DIRECTED("Under the IOPC’s direction"),
    /** independent, by the Director General */
    INDEPENDENT("By the IOPC");

    private final String words;

    Investigation(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
