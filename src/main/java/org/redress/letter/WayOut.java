package org.redress.letter;

/** One way for a letter to leave. */
interface WayOut {

    /** What is known afterwards about a letter whose sender died. */
    enum Fate { SENT, NOT_SENT, UNKNOWN }

    /** Which way this is and where, so that only the same way answers for what it left behind. */
    String name();

    /** Does all that can be done before the effect; may be done again. */
    void prepare(Outgoing letter) throws NotDelivered;

    /** The effect. */
    void deliver(Outgoing letter) throws NotDelivered;

    /** Whether a letter that this way was sending when it died went out. */
    Fate fateOf(String fileName);
}
