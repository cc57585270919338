package org.redress.clock;

/** What a fact of the ledger does to its clock. */
public enum FactKind {
    /** The clock begins to run, from the start again if it ran before. */
    START,
    /** It stands still from the end of this day. */
    STOP,
    /** It runs again after this day. */
    RESTART,
    /** More time: up to a day, or by a number in the clock's own unit. */
    EXTEND,
    /** The law treats the thing as having happened on this day: the start, or for the time for applying its making. */
    DEEM,
    /** The days after the first up to and including the last are not counted. */
    LEAVE_OUT,
    /** What the clock waited for happened. */
    MET,
    /** The clock no longer matters. */
    CANCEL,
    /** Says something and changes nothing. */
    NOTE,
    /** The due day moved because the calendar or the clock's rule changed. */
    MOVED,
    /** An earlier fact was wrong and is set aside; it stays visible. */
    SET_ASIDE
}
