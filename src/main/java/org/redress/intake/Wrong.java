package org.redress.intake;

/** Where a body's faults are named. */
@FunctionalInterface
interface Wrong {

    /**
     * Names a field that is wrong.
     *
     * @param field its name in its own object
     * @param words what to do about it
     */
    void name(String field, String words);
}
