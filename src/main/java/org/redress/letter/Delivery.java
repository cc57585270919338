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
    /** it is out */
    SENT
}
