package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.redress.casefile.NewCase;
import org.redress.clock.ApplicationMade;
import org.redress.step.Faults;

/** What an application says by itself about the facts of its case; everything else is for the papers and a caseworker. */
final class FirstFacts {

    private FirstFacts() {}

    /**
     * Reads the facts of an application.
     *
     * @param consentHeld whether written consent came with it; null where it does not say
     * @param ownForce whether a force of that name is the one that this body oversees
     */
    static CaseFacts of(NewCase application, Boolean consentHeld, Predicate<String> ownForce) {
        LocalDate provided = ApplicationMade.informationProvidedOn(
                application.reviewRightsGiven(),
                application.reviewRightsProvidedOn(),
                application.outcomeLetterDate(),
                application.outcomeSentOn());
        Map<String, Object> first = new HashMap<>();
        first.put("complaintMadeOn", application.complaintMadeOn());
        first.put("investigation", application.handling() == null ? null : Investigation.valueOf(application.handling()));
        first.put("ownForce", Faults.blank(application.force()) ? null : ownForce.test(application.force()));
        first.put("clockStarted", provided != null);
        first.put("informationProvidedOn", provided);
        first.put("specialCircumstances", SpecialCircumstances.NOT_CONSIDERED);
        first.put("applicantIsComplainant", application.applicantIsComplainant());
        first.put("consentHeld", consentHeld);
        first.put("isComplaint", true);
        first.put("finalOutcomeGiven", application.outcomeLetterDate() != null || application.outcomeSentOn() != null);
        first.put("contentsComplete", contentsComplete(application, provided));
        first.put("contentsWaived", false);
        first.put("withdrawn", false);
        return CaseFacts.from(first);
    }

    /** 7.1: details and date of the complaint, whose decision it is, and when the right to a review was explained. */
    private static boolean contentsComplete(NewCase application, LocalDate provided) {
        boolean details = !Faults.blank(application.complaintSummary()) || !application.allegations().isEmpty();
        return details
                && application.complaintMadeOn() != null
                && !Faults.blank(application.force())
                && provided != null;
    }
}
