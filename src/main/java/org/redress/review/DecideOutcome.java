package org.redress.review;

import java.util.List;

/** The decision: upheld or not, and what the force is asked to do. */
public record DecideOutcome(
        Outcome outcome,
        List<String> measures,
        String recommendationText,
        String outcomeReason,
        String reasonForForce,
        String reasonForSubject,
        String reasonForInterested,
        String departureReason) {

    Reasons reasons() {
        return new Reasons(outcomeReason, reasonForForce, reasonForSubject, reasonForInterested);
    }
}
