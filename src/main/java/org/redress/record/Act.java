package org.redress.record;

import java.util.Map;

/**
 * Something that was done, as it goes on the record.
 *
 * @param caseReference the case, or null where no single case is meant
 * @param person the account that did it; {@code redress} for the house itself
 * @param action a stable code such as {@code DECIDED_VALIDITY}
 * @param summary one sentence for the timeline; may hold personal data
 * @param ground the provision or reason relied on, or null
 * @param details facts before and after, reasons at full length; may hold personal data
 */
public record Act(
        String caseReference, String person, String action, String summary, String ground, Map<String, ?> details) {

    public Act {
        if (person == null || person.isBlank() || action == null || !action.matches("[A-Z][A-Z0-9_]{2,60}")) {
            throw new IllegalArgumentException("An act needs the account that did it and an upper-case action code");
        }
        details = details == null ? Map.of() : java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(details));
    }

    public static Act of(String caseReference, String person, String action, String summary) {
        return new Act(caseReference, person, action, summary, null, Map.of());
    }

    public Act because(String ground) {
        return new Act(caseReference, person, action, summary, ground, details);
    }

    public Act with(Map<String, ?> details) {
        return new Act(caseReference, person, action, summary, ground, details);
    }
}
