package org.redress.letter;

/** Where an approved letter stands on its way out. */
public enum Delivery {
    /** waiting to go out, first time or again */
    QUEUED,
    /** going out at this moment */
    SENDING,
    /** it may have gone out and may not: a person looks before anything else happens */
    MAYBE_SENT,
    /** it did not go out and will not by itself: a person mends the cause */
    FAILED,
    /** nobody knows where to send it: a person finds out */
    ASK_FOR_ADDRESS,
    /** it is out */
    SENT,
    /** it did not go out and never will: a person decided that the addressee cannot be reached */
    NOT_REACHED;

    /** Whether a person must say what becomes of the letter. */
    public boolean isOwed() {
        return this == MAYBE_SENT || this == FAILED || this == ASK_FOR_ADDRESS;
    }
}
