package org.redress.clock;

/**
 * Where a clock is found in the ledger: in which case, which clock, and for which of several of its kind. Made by the clock's
 * name: {@code PAPERS.of(reference)}, or {@code RECOMMENDATION_REPLY.of(reference, 2)} for the second recommendation.
 *
 * @param subject counted from 1; 0 where the clock is for the case itself
 */
public record ClockAddress(String caseReference, ClockName clock, int subject) {

    /** The subject of a clock that is for the case itself. */
    static final int THE_CASE = 0;

    boolean forTheCase() {
        return subject == THE_CASE;
    }
}
