package org.redress.review.letters;

import java.time.LocalDate;

/**
 * N7, to the applicant.
 *
 * @param stage where the review stands
 * @param nextUpdateOn the day of our next update
 * @param expectedBy the day by which we expect to decide, or null where we cannot say yet
 * @param reason why it takes longer, in a person's words, or null
 */
public record ProgressUpdate(
        ComplaintReference complaint, Stage stage, LocalDate nextUpdateOn, LocalDate expectedBy, String reason) {

    /** Where a review stands, as the applicant is told. */
    public enum Stage { FIRST_CHECKS, WAITING_FOR_PAPERS, ASSESSING, DECIDING, CHECKING }
}
