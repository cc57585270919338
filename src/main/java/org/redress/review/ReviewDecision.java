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
        String outcomeReason,
        String departureReason,
        String decidedBy,
        Instant decidedAt,
        String checkedBy,
        Instant checkedAt,
        Boolean sound,
        String checkNote) {}
