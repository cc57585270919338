package org.redress.review;

import java.time.Instant;
import java.util.List;
import org.redress.step.Proposal;

/**
 * The decision on a review.
 *
 * @param proposal what the table proposed from the findings, and what a person decided
 * @param measures what the force is asked to do; empty where not upheld
 * @param sound what the quality check said, or null before it
 */
public record ReviewDecision(
        long id,
        Proposal<Outcome> proposal,
        List<Measure> measures,
        String recommendationText,
        Reasons reasons,
        String checkedBy,
        Instant checkedAt,
        Boolean sound,
        String checkNote) {

    /** The reasons as the complainant gets them. */
    public String outcomeReason() {
        return reasons.complainant();
    }

    /** What was decided. */
    public Outcome outcome() {
        return proposal.decided();
    }

    public String decidedBy() {
        return proposal.by();
    }

    public Instant decidedAt() {
        return proposal.at();
    }
}
