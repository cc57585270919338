package org.redress.review;

import java.time.Instant;
import java.util.Map;

/**
 * The assessment of one allegation.
 *
 * @param checklist the answers of section 12a by question
 * @param proposed what the table proposed from the answers, or null where it proposed nothing
 */
public record Assessment(
        int number,
        Map<String, ChecklistAnswer> checklist,
        Finding proposed,
        Finding finding,
        String reason,
        String departureReason,
        String oversightPoint,
        String assessedBy,
        Instant assessedAt) {}
