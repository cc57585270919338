package org.redress.review;

/** Who may see the reply of the force, and what of it. */
public record SendReplyOn(To sendTo, String sharedText, String withholdReason) {

    /** Who can be sent a copy. */
    public enum To {
        EVERYONE,
        COMPLAINANT,
        NOBODY
    }
}
