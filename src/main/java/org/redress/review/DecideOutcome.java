package org.redress.review;

import java.util.List;

/** The decision: upheld or not, and what the force is asked to do. */
public record DecideOutcome(
        Outcome outcome,
        List<String> measures,
        String recommendationText,
        String outcomeReason,
        String departureReason) {}
