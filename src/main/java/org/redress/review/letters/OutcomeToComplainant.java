package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N8, to the complainant or to who acts for them.
 *
 * @param decidedOn the day of the decision
 * @param decidedBy who decided, by name or role as the body chooses
 * @param outcome {@code UPHELD} or {@code NOT_UPHELD}
 * @param shape how the outcome stands to the findings
 * @param outcomeReason why, in plain words
 * @param departureReason why the outcome is otherwise than the findings propose; needed for that shape, else null
 * @param grounds what the applicant asked us to look at, in their own words, or null where they gave none
 * @param lookedAt the papers we read, in plain words, as somebody chose them; may be empty
 * @param allegations not empty
 * @param measures what we ask the force to do; may be empty
 * @param recommendationText the recommendation as a whole, or null
 * @param replyBy the day by which we asked the force to answer; needed where there are measures, else null
 */
public record OutcomeToComplainant(
        ComplaintReference complaint,
        LocalDate decidedOn,
        String decidedBy,
        String outcome,
        OutcomeShape shape,
        String outcomeReason,
        String departureReason,
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
