package org.redress.review.letters;

/** How a decision stands to what was found on the single points, so that a letter does not contradict itself. */
public enum OutcomeShape {
    /** it follows from the findings, and there is nothing to add */
    PLAIN,
    /** not upheld, and yet there are faults in the handling to pass on */
    WITH_POINTS,
    /** it is otherwise than the findings propose; the reason for that stands in the letter */
    AGAINST_FINDINGS
}
