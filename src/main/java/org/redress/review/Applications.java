package org.redress.review;

import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.NewCase;
import org.redress.casefile.Party;
import org.redress.casefile.PersonDetails;
import org.redress.clock.ApplicationMade;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.WrongBody;
import org.redress.step.Faults;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications for a review: case, first facts, clocks, acknowledgement and procedure begin in one transaction. */
@Service
public class Applications {

    /** The kind of case that a review is, as its file declares it. */
    public static final String KIND = "RV";

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
        facts.add(reference, FactSource.APPLICATION, FirstFacts.of(application, consentHeld, force::isMeantBy), by);
        countDays(reference, by);
        clocks.start(ReviewClocks.ACKNOWLEDGEMENT.of(reference), now.londonDay(file.receivedAt()), "Application received", by);
        clocks.start(ReviewClocks.VALIDITY.of(reference), now.londonDay(file.receivedAt()), "Application received", by);
        clocks.start(ReviewClocks.DECISION_TARGET.of(reference), now.londonDay(file.receivedAt()), "Application received", by);
        boolean adjustments = cases.head(reference).map(Party::adjustments).filter(needs -> !needs.isBlank()).isPresent();
        procedures.start(
                "StatutoryReview",
                reference,
                RoutingFacts.of("adjustmentsNeeded", adjustments ? "yes" : "no"));
        reviewLetters.draft(reference, LetterPurpose.ACKNOWLEDGEMENT.name());
        return reference;
    }

    /** Who has a part in a review from the start: whoever applied, and the complainant whom they name where they applied for another. */
    public static List<NewCase.NewParty> parties(PersonDetails applicant, boolean isComplainant, String complainantName) {
        NewCase.NewParty first = new NewCase.NewParty(ReviewParties.APPLICANT, applicant);
        return isComplainant || Faults.blank(complainantName)
                ? List.of(first)
                : List.of(first, new NewCase.NewParty(
                        ReviewParties.COMPLAINANT, new PersonDetails(complainantName, null, null, List.of(), null, null)));
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
}
