package org.redress.review;

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
        String reason,
        String departureReason,
        String oversightPoint) {}
