package org.redress.review.letters;

import java.time.LocalDate;
import org.redress.letter.NamesComplainant;

/**
 * N14, to the applicant and to the force: the review ended without a decision.
 *
 * @param complainantName for the force only; null in the letter to the applicant
 * @param scope what was withdrawn
 * @param noticeReceivedOn the day the notice reached its reader
 * @param closedOn the day we closed the case
 * @param silence whether nobody signed, we asked, and no answer came
 */
public record Closed(
        ComplaintReference complaint,
        String complainantName,
        Scope scope,
        LocalDate noticeReceivedOn,
        LocalDate closedOn,
        boolean silence) implements NamesComplainant {

    public Closed(
            ComplaintReference complaint, String complainantName, Scope scope, LocalDate noticeReceivedOn, LocalDate closedOn) {
        this(complaint, complainantName, scope, noticeReceivedOn, closedOn, false);
    }

    /** What a person can withdraw. */
    public enum Scope { COMPLAINT, REVIEW }
}
