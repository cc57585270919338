package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N8, to the complainant or to who acts for them.
 *
 * @param decidedOn the day of the decision
 * @param outcome {@code UPHELD} or {@code NOT_UPHELD}
 * @param outcomeReason why, in plain words
 * @param grounds what the applicant asked us to look at, in their own words, or null where they gave none
 * @param lookedAt the papers we read, one a line; may be empty
 * @param allegations not empty
 * @param measures what we ask the force to do; may be empty
 * @param recommendationText the recommendation as a whole, or null
 * @param replyBy the day by which we asked the force to answer; needed where there are measures, else null
 */
public record OutcomeToComplainant(
        ComplaintReference complaint,
        LocalDate decidedOn,
        String outcome,
        String outcomeReason,
        String grounds,
        List<String> lookedAt,
        List<AllegationResult> allegations,
        List<MeasureAsked> measures,
        String recommendationText,
        LocalDate replyBy) {

    public OutcomeToComplainant {
        lookedAt = lookedAt == null ? List.of() : List.copyOf(lookedAt);
        allegations = List.copyOf(allegations);
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
