package org.redress.intake;

import java.util.function.Predicate;

/** A body, or a part of one, whose fields must fit each other beyond what marks on single fields can say. */
interface FitsTogether {

    /**
     * Names what does not fit.
     *
     * @param sent whether a field was sent at all, be it unreadable
     */
    void misfits(Predicate<String> sent, Wrong wrong);
}
