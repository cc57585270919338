package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N4, to the applicant: there will be no review here, which rule says so, why, and what else can be done.
 *
 * @param receivedOn the London day the application reached us
 * @param codes the validity codes that fired, for example {@code V2}; the words of the letter follow them. One of
 *     V1 to V7, V9, V10, V12, V13 at least
 * @param reasons the decision-maker's own reasons; null only where the case goes to another body (V9) or under the old
 *     rules (V7)
 * @param lastDay the last day to apply; needed for V10, else null
 * @param otherBody the body that can review it; needed for V9, else null
 * @param passedOn the day we passed it to that body, or null where we did not
 */
public record NotValid(
        ComplaintReference complaint,
        LocalDate receivedOn,
        List<String> codes,
        String reasons,
        LocalDate lastDay,
        String otherBody,
        LocalDate passedOn) {

    public NotValid {
        codes = List.copyOf(codes);
    }
}
