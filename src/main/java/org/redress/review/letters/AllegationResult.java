package org.redress.review.letters;

/**
 * What we found on one allegation. Only the complainant and the force may read the allegation itself.
 *
 * @param number counted from 1
 * @param text the complainant's own words
 * @param forceOutcome what the force decided on it, or null where it gave no answer
 * @param finding {@code REASONABLE_AND_PROPORTIONATE} or {@code NOT_REASONABLE_AND_PROPORTIONATE}
 * @param reason why, in plain words
 * @param oversightPoint a handling slip to pass on, or null
 */
public record AllegationResult(
        int number, String text, String forceOutcome, String finding, String reason, String oversightPoint) {}
