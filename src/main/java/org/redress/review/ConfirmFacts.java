package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The facts that decide route, review body, time and validity, as a caseworker confirms them (S4 and S5). */
public record ConfirmFacts(
        LocalDate complaintMadeOn,
        Boolean isComplaint,
        Boolean recorded,
        Boolean finalOutcomeGiven,
        Boolean relatesToOpenOldMatter,
        Boolean reopenedUnder13B,
        Investigation investigation,
        Boolean mixedHandling,
        String routeReason,
        Boolean earlyReport,
        Boolean lpbIsAppropriateAuthority,
        Boolean seniorOfficer,
        Boolean disciplineOrCrimeRuledOut,
        Boolean article2Or3RuledOut,
        Boolean referredToIopc,
        Boolean mustBeReferred,
        Boolean treatedAsReferred,
        Boolean sameIncidentAsIopcComplaint,
        Boolean anyPartForIopc,
        Boolean ownForce,
        Boolean clockStarted,
        LocalDate informationProvidedOn,
        Boolean applicantIsComplainant,
        Boolean consentHeld,
        Boolean contentsComplete,
        Boolean contentsWaived,
        Boolean withdrawn,
        Boolean alreadyReviewed,
        String lateReasons) {

    /** The confirmed facts; a box that was not ticked, or not even shown, says no. */
    CaseFacts facts() {
        Map<String, Object> said = new HashMap<>();
        said.put("complaintMadeOn", complaintMadeOn);
        said.put("investigation", investigation);
        said.put("informationProvidedOn", told() ? informationProvidedOn : null);
        flag(said, "isComplaint", isComplaint);
        flag(said, "recorded", recorded);
        flag(said, "finalOutcomeGiven", finalOutcomeGiven);
        flag(said, "relatesToOpenOldMatter", relatesToOpenOldMatter);
        flag(said, "reopenedUnder13B", reopenedUnder13B);
        flag(said, "earlyReport", earlyReport);
        flag(said, "lpbIsAppropriateAuthority", lpbIsAppropriateAuthority);
        flag(said, "seniorOfficer", seniorOfficer);
        flag(said, "disciplineOrCrimeRuledOut", disciplineOrCrimeRuledOut);
        flag(said, "article2Or3RuledOut", article2Or3RuledOut);
        flag(said, "referredToIopc", referredToIopc);
        flag(said, "mustBeReferred", mustBeReferred);
        flag(said, "treatedAsReferred", treatedAsReferred);
        flag(said, "sameIncidentAsIopcComplaint", sameIncidentAsIopcComplaint);
        flag(said, "anyPartForIopc", anyPartForIopc);
        flag(said, "ownForce", ownForce);
        flag(said, "clockStarted", clockStarted);
        flag(said, "applicantIsComplainant", applicantIsComplainant);
        flag(said, "consentHeld", consentHeld);
        flag(said, "contentsComplete", contentsComplete);
        flag(said, "contentsWaived", contentsWaived);
        flag(said, "withdrawn", withdrawn);
        flag(said, "alreadyReviewed", alreadyReviewed);
        return CaseFacts.from(said);
    }

    /** Why the chosen route governs where only some allegations were investigated (section 2); null for one handling. */
    String reasonForRoute() {
        return Boolean.TRUE.equals(mixedHandling) ? routeReason : null;
    }

    boolean told() {
        return Boolean.TRUE.equals(clockStarted);
    }

    private static void flag(Map<String, Object> said, String name, Boolean ticked) {
        said.put(name, Boolean.TRUE.equals(ticked));
    }
}
