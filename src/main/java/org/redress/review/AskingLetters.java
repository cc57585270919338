package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.Targets;
import org.redress.letter.Draft;
import org.redress.review.letters.RequestForInformation;
import org.redress.review.letters.RequestForInformation.Needed;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** The letters that ask the applicant for something. */
@Component
class AskingLetters {

    private final CaseFiles cases;
    private final Facts facts;
    private final Determinations determinations;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Targets targets;
    private final Correspondence correspondence;
    private final Now now;

    AskingLetters(
            CaseFiles cases,
            Facts facts,
            Determinations determinations,
            Refusals refusals,
            Clocks clocks,
            Targets targets,
            Correspondence correspondence,
            Now now) {
        this.cases = cases;
        this.facts = facts;
        this.determinations = determinations;
        this.refusals = refusals;
        this.clocks = clocks;
        this.targets = targets;
        this.correspondence = correspondence;
        this.now = now;
    }

    Draft forWhatIsMissing(CaseFile file) {
        List<Needed> needed = needed(file);
        return LetterPurpose.ASKING.draft(file, "N2", correspondence.applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        needed,
                        needed.contains(Needed.REASONS_FOR_LATENESS) ? clocks.lastDay(file.reference()) : null,
                        targets.of(ReviewClocks.ANSWER_FROM_APPLICANT, now.today())));
    }

    /** Asks about the newest notice that nobody signed. */
    Draft aboutWithdrawal(CaseFile file) {
        boolean complaint = refusals.unsignedWithdrawal(file.reference())
                .map(notice -> notice.scope() == WithdrawalNotice.Scope.COMPLAINT)
                .orElseThrow(() -> new IllegalStateException("No unsigned notice is on the file of " + file.reference()));
        return LetterPurpose.WITHDRAWAL.draft(file, "N2", correspondence.applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of(complaint ? Needed.WITHDRAWAL_OF_COMPLAINT : Needed.WITHDRAWAL_OF_REVIEW),
                        null,
                        targets.of(ReviewClocks.WITHDRAWAL_REPLY, now.today())));
    }

    /** What the applicant is asked for: what the validity codes and the facts show to be missing. */
    List<Needed> needed(CaseFile file) {
        Determination determination = determinations.latest(file.reference()).orElse(null);
        List<String> codes = determination == null ? List.of() : determination.codeNames();
        CaseFacts known = facts.current(file.reference());
        List<Needed> needed = new ArrayList<>();
        if (codes.contains("V12")) {
            if (Faults.blank(file.complaintSummary()) && cases.allegations(file.reference()).isEmpty()) {
                needed.add(Needed.COMPLAINT_DETAILS);
            }
            if (file.complaintMadeOn() == null) {
                needed.add(Needed.COMPLAINT_DATE);
            }
            if (Faults.blank(file.force())) {
                needed.add(Needed.FORCE);
            }
            if (file.reviewRightsProvidedOn() == null && !Boolean.FALSE.equals(known.clockStarted())) {
                needed.add(Needed.REVIEW_RIGHTS_DATE);
            }
            if (file.outcomeLetterDate() == null) {
                needed.add(Needed.OUTCOME_LETTER);
            }
        }
        if (codes.contains("V1")) {
            needed.add(consent(file));
        }
        if (determination != null && "ASK_FOR_REASONS".equals(determination.timeliness())) {
            needed.add(Needed.REASONS_FOR_LATENESS);
        }
        if (needed.isEmpty()) {
            needed.add(Needed.COMPLAINT_DETAILS);
        }
        return needed;
    }

    /** Consent is asked of whoever can give it. */
    private Needed consent(CaseFile file) {
        return switch (Correspondence.complainant(cases.parties(file.reference())).standing()) {
            case DECEASED -> Needed.CONSENT_OF_PERSONAL_REPRESENTATIVE;
            case CHILD -> Needed.CONSENT_OF_PARENT;
            case ORGANISATION -> Needed.CONSENT_OF_ORGANISATION;
            default -> Needed.CONSENT;
        };
    }
}
