package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;
import org.redress.letter.NamesComplainant;

/**
 * N9, to the force.
 *
 * @param complainantName who complained, or null
 * @param decidedOn the day of the decision
 * @param decidedBy who decided, by name or role as the body chooses
 * @param outcome {@code UPHELD} or {@code NOT_UPHELD}
 * @param shape how the outcome stands to the findings
 * @param outcomeReason why, in words for the force
 * @param departureReason why the outcome is otherwise than the findings propose; needed for that shape, else null
 * @param lookedAt the papers we read, in plain words, as somebody chose them; may be empty
 * @param allegations not empty
 * @param measures what we ask the force to do; may be empty
 * @param recommendationText the recommendation as a whole, or null
 * @param replyBy the day by which we ask for an answer; needed where there are measures, else null
 * @param oversightPoints faults in the handling that do not change the outcome, in a person's words, or null
 * @param learning what we ask the force to learn, or null
 */
public record OutcomeToForce(
        ComplaintReference complaint,
        String complainantName,
        LocalDate decidedOn,
        String decidedBy,
        String outcome,
        OutcomeShape shape,
        String outcomeReason,
        String departureReason,
        List<String> lookedAt,
        List<AllegationResult> allegations,
        List<MeasureAsked> measures,
        String recommendationText,
        LocalDate replyBy,
        String oversightPoints,
        String learning) implements NamesComplainant {

    public OutcomeToForce {
        lookedAt = lookedAt == null ? List.of() : List.copyOf(lookedAt);
        allegations = List.copyOf(allegations);
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
