package org.redress.review;

import java.time.Instant;
import java.util.List;

/**
 * The decision on a review.
 *
 * @param measures what the force is asked to do; empty where not upheld
 * @param sound what the quality check said, or null before it
 */
public record ReviewDecision(
        long id,
        Outcome proposed,
        Outcome outcome,
        List<Measure> measures,
        String recommendationText,
        Reasons reasons,
        String departureReason,
        String decidedBy,
        Instant decidedAt,
        String checkedBy,
        Instant checkedAt,
        Boolean sound,
        String checkNote) {

    /** The reasons as the complainant gets them. */
    public String outcomeReason() {
        return reasons.complainant();
    }

    /** Whether it is otherwise than the findings on the allegations propose. */
    boolean departs() {
        return outcome != proposed;
    }
}
