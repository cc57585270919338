package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N2, to the applicant: what we need, why, and by when.
 *
 * @param receivedOn the London day the application reached us
 * @param needed what is missing; not empty
 * @param lastDay the last day to apply, needed where {@link Needed#REASONS_FOR_LATENESS} is among them; else null
 * @param replyBy the day by which we ask for an answer
 */
public record RequestForInformation(
        ComplaintReference complaint, LocalDate receivedOn, List<Needed> needed, LocalDate lastDay, LocalDate replyBy) {

    /** What can be missing from an application. */
    public enum Needed {
        /** what the complaint was about */
        COMPLAINT_DETAILS,
        /** when the complaint was made */
        COMPLAINT_DATE,
        /** which force decided it */
        FORCE,
        /** when the force told the applicant of the right to a review */
        REVIEW_RIGHTS_DATE,
        /** a copy of the outcome letter */
        OUTCOME_LETTER,
        /** the complainant's written consent to be represented */
        CONSENT,
        /** the consent of whoever looks after the estate of a complainant who has died */
        CONSENT_OF_PERSONAL_REPRESENTATIVE,
        /** the consent of a child's parent, or of the child where they understand what it is about */
        CONSENT_OF_PARENT,
        /** the consent of somebody who may speak for the organisation that complained */
        CONSENT_OF_ORGANISATION,
        /** why the application came after the last day */
        REASONS_FOR_LATENESS,
        /** whether a notice that nobody signed withdraws the complaint */
        WITHDRAWAL_OF_COMPLAINT,
        /** whether a notice that nobody signed withdraws the application */
        WITHDRAWAL_OF_REVIEW
    }

    public RequestForInformation {
        needed = List.copyOf(needed);
    }
}
