package org.redress.review;

import java.util.Map;
import org.redress.step.Proposal;

/**
 * The assessment of one allegation.
 *
 * @param checklist the answers of section 12a by question
 * @param about what the allegation is about, in a sentence that names nobody; null where it was assessed before that was asked
 * @param proposal what the table proposed from the answers, and what the assessor found
 */
public record Assessment(
        int number,
        Map<String, ChecklistAnswer> checklist,
        Proposal<Finding> proposal,
        String about,
        Reasons reasons,
        String oversightPoint) {

    /** What was found. */
    public Finding finding() {
        return proposal.decided();
    }

    /** The reasons as the complainant gets them. */
    public String reason() {
        return reasons.complainant();
    }
}
