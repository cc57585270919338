package org.redress.review;

import org.redress.review.letters.ProgressUpdate;

/**
 * The applicant is told how the review is going.
 *
 * @param stage where the review stands
 * @param letterChecked that the person has read the letter
 */
public record UpdateApplicant(ProgressUpdate.Stage stage, boolean letterChecked) {}
