package org.redress.review;

/** The answer to the one question of a review: was the outcome reasonable and proportionate? */
public enum Outcome {
    /** it was */
    NOT_UPHELD,
    /** it was not */
    UPHELD
}
