package org.redress.review;

import java.time.Instant;
import java.util.Map;

/**
 * The assessment of one allegation.
 *
 * @param checklist the answers of section 12a by question
 * @param about what the allegation is about, in a sentence that names nobody; null where it was assessed before that was asked
 * @param proposed what the table proposed from the answers, or null where it proposed nothing
 */
public record Assessment(
        int number,
        Map<String, ChecklistAnswer> checklist,
        Finding proposed,
        Finding finding,
        String about,
        Reasons reasons,
        String departureReason,
        String oversightPoint,
        String assessedBy,
        Instant assessedAt) {

    /** The reasons as the complainant gets them. */
    public String reason() {
        return reasons.complainant();
    }
}
