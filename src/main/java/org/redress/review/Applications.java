package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.NewCase;
import org.redress.casefile.Party;
import org.redress.clock.ApplicationMade;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.WrongBody;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications for a review: case, first facts, clocks, acknowledgement and procedure begin in one transaction. */
@Service
public class Applications {

    private final CaseFiles cases;
    private final Facts facts;
    private final Clocks clocks;
    private final ReviewLetters reviewLetters;
    private final Procedures procedures;
    private final Force force;
    private final Now now;

    Applications(
            CaseFiles cases,
            Facts facts,
            Clocks clocks,
            ReviewLetters reviewLetters,
            Procedures procedures,
            Force force,
            Now now) {
        this.cases = cases;
        this.facts = facts;
        this.clocks = clocks;
        this.reviewLetters = reviewLetters;
        this.procedures = procedures;
        this.force = force;
        this.now = now;
    }

    /**
     * Opens a case for an application, complete or not.
     *
     * @param by the account that handed it in
     * @return the reference
     */
    @Transactional
    public String receive(NewCase application, Boolean consentHeld, String by) {
        CaseFile file = cases.open(application, by);
        String reference = file.reference();
        facts.add(reference, FactSource.APPLICATION, firstFacts(application, consentHeld), by);
        countDays(reference, by);
        clocks.start(
                reference,
                ClockName.ACKNOWLEDGEMENT,
                now.londonDay(file.receivedAt()),
                "Application received",
                "Practice: MOPAC acknowledges within five working days",
                by);
        clocks.start(
                reference,
                ClockName.VALIDITY,
                now.londonDay(file.receivedAt()),
                "Application received",
                "Practice: with the acknowledgement",
                by);
        clocks.start(
                reference,
                ClockName.DECISION_TARGET,
                now.londonDay(file.receivedAt()),
                "Application received",
                "Our own target; the law sets no number of days (9.4)",
                by);
        Party applicant = cases.applicant(reference);
        procedures.start(
                "StatutoryReview",
                reference,
                RoutingFacts.of("adjustmentsNeeded", Faults.blank(applicant.adjustments()) ? "no" : "yes"));
        reviewLetters.draft(reference, LetterPurpose.ACKNOWLEDGEMENT.name());
        return reference;
    }

    /** Brings the time for applying in line with what is known now; corrections stay visible in the ledger. */
    @Transactional
    public void countDays(String caseReference, String by) {
        CaseFile file = cases.get(caseReference);
        CaseFacts known = facts.current(caseReference);
        LocalDate provided = Boolean.TRUE.equals(known.clockStarted()) ? known.informationProvidedOn() : null;
        clocks.applicationMade(
                caseReference,
                ApplicationMade.of(
                        provided,
                        file.receivedAt(),
                        file.wrongBody() == null ? null : WrongBody.valueOf(file.wrongBody()),
                        file.receivedByWrongBodyAt(),
                        file.forwardedAt()),
                by);
    }

    /** What the application itself says; everything else is for the papers and for a caseworker. */
    private CaseFacts firstFacts(NewCase application, Boolean consentHeld) {
        boolean told = !Boolean.FALSE.equals(application.reviewRightsGiven());
        LocalDate provided = told ? providedOn(application) : null;
        Map<String, Object> first = new HashMap<>();
        first.put("complaintMadeOn", application.complaintMadeOn());
        first.put("investigation", application.handling() == null ? null : Investigation.valueOf(application.handling()));
        first.put("ownForce", Faults.blank(application.force()) ? null : force.isMeantBy(application.force()));
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

    /** 5.7: where no day of its own is given, the later of the letter's date and the day it was sent. */
    private static LocalDate providedOn(NewCase application) {
        if (application.reviewRightsProvidedOn() != null) {
            return application.reviewRightsProvidedOn();
        }
        return Stream.of(application.outcomeLetterDate(), application.outcomeSentOn())
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
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
