package org.redress.review;

import java.util.Map;
import org.redress.step.Proposal;

/**
 * The assessment of one allegation.
 *
 * @param checklist the answers of section 12a by question
 * @param proposal what the table proposed from the answers, and what the assessor found
 */
public record Assessment(
        int number,
        Map<String, ChecklistAnswer> checklist,
        Proposal<Finding> proposal,
        String reason,
        String oversightPoint) {

    /** What was found. */
    public Finding finding() {
        return proposal.decided();
    }
}
