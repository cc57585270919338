package org.redress.review.letters;

import java.time.LocalDate;

/**
 * N1, to the applicant.
 *
 * @param receivedOn the London day the application reached us
 * @param expectedBy the day by which we expect to decide, or null where we cannot say yet
 * @param adjustmentsAgreed what we agreed to do for the applicant, or null
 */
public record Acknowledgement(
        ComplaintReference complaint, LocalDate receivedOn, LocalDate expectedBy, String adjustmentsAgreed) {}
