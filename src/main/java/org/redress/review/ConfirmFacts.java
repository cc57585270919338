package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.redress.kind.Kind;

/**
 * The facts that decide route, review body, time and validity, as a caseworker confirms them (S4 and S5).
 *
 * @param asked the answer to every question of the form that asks for a declared fact, by the name of the fact
 */
public record ConfirmFacts(Map<String, Object> asked, Boolean mixedHandling, String routeReason, String lateReasons) {

    /** The confirmed facts; a box that was not ticked, or not even shown, says no. */
    CaseFacts facts() {
        Map<String, Object> said = new HashMap<>();
        for (Kind.Fact fact : CaseFacts.declarations()) {
            if (fact.question() != null) {
                said.put(fact.name(), fact.type().equals("flag") ? (Object) yes(fact.name()) : asked.get(fact.name()));
            }
        }
        said.put("informationProvidedOn", told() ? informationProvidedOn() : null);
        return CaseFacts.from(said);
    }

    /** Why the chosen route governs where only some allegations were investigated (section 2); null for one handling. */
    String reasonForRoute() {
        return Boolean.TRUE.equals(mixedHandling) ? routeReason : null;
    }

    LocalDate complaintMadeOn() {
        return (LocalDate) asked.get("complaintMadeOn");
    }

    LocalDate informationProvidedOn() {
        return (LocalDate) asked.get("informationProvidedOn");
    }

    boolean told() {
        return yes("clockStarted");
    }

    boolean withdrawn() {
        return yes("withdrawn");
    }

    private boolean yes(String fact) {
        return Boolean.TRUE.equals(asked.get(fact));
    }
}
