package org.redress.review;

import java.util.List;

/** The assessment of one allegation against the checklist of section 12a. */
public record AssessAllegation(
        ChecklistAnswer complaintUnderstood,
        ChecklistAnswer allegationAnswered,
        ChecklistAnswer handlingRightForSeriousness,
        ChecklistAnswer sensibleEnquiriesMade,
        ChecklistAnswer evidenceWeighed,
        ChecklistAnswer reasoningClear,
        ChecklistAnswer outcomeFollows,
        ChecklistAnswer lawfulTestsApplied,
        ChecklistAnswer learningFound,
        ChecklistAnswer remedyFair,
        ChecklistAnswer complainantListenedTo,
        ChecklistAnswer plainExplanationGiven,
        Finding finding,
        String about,
        List<String> concerns,
        String reason,
        String reasonForForce,
        String reasonForSubject,
        String reasonForInterested,
        String departureReason,
        String oversightPoint) {

    Reasons reasons() {
        return new Reasons(reason, reasonForForce, reasonForSubject, reasonForInterested);
    }
}
