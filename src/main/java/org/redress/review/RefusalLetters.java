package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.Draft;
import org.redress.review.letters.Closed;
import org.redress.review.letters.ForwardingNotice;
import org.redress.review.letters.NotValid;
import org.springframework.stereotype.Component;

/** The letters of a case that ends without a review. */
@Component
class RefusalLetters {

    private final Refusals refusals;
    private final Facts facts;
    private final Determinations determinations;
    private final ReviewBodyReasons reasons;
    private final Clocks clocks;
    private final Deciders deciders;
    private final Correspondence correspondence;
    private final Now now;

    RefusalLetters(
            Refusals refusals,
            Facts facts,
            Determinations determinations,
            ReviewBodyReasons reasons,
            Clocks clocks,
            Deciders deciders,
            Correspondence correspondence,
            Now now) {
        this.refusals = refusals;
        this.facts = facts;
        this.determinations = determinations;
        this.reasons = reasons;
        this.clocks = clocks;
        this.deciders = deciders;
        this.correspondence = correspondence;
        this.now = now;
    }

    Draft forwarding(CaseFile file) {
        List<ForwardingNotice.LimbMet> limbs = reasons.of(file.reference()).met().stream()
                .map(reason -> new ForwardingNotice.LimbMet(reason.limb().name(), reason.provision(), reason.words()))
                .toList();
        return LetterPurpose.FORWARDING.draft(file, "N3", correspondence.applicant(file), Draft.STANDARD_TEXT,
                new ForwardingNotice(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        refusals.passedOn(file.reference()).map(Refusals.PassedOn::on).orElse(now.today()),
                        limbs));
    }

    Draft otherBody(CaseFile file) {
        Optional<Refusals.PassedOn> passedOn = refusals.passedOn(file.reference());
        return LetterPurpose.OTHER_BODY.draft(file, "N4", correspondence.applicant(file), Draft.STANDARD_TEXT,
                NotValid.of(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of("V9"),
                        null,
                        null,
                        passedOn.map(Refusals.PassedOn::to).orElse("the local policing body for " + correspondence.forceName(file)),
                        passedOn.map(Refusals.PassedOn::on).orElse(null),
                        null));
    }

    /** N4 with a person's reasons, or N14 to applicant and force where the case was withdrawn. */
    List<Draft> refusal(CaseFile file) {
        String reference = file.reference();
        if (ReviewPaths.WITHDRAWN.equals(file.path())) {
            return closed(file);
        }
        Refusals.Refusal refusal = refusals.refusal(reference)
                .orElseThrow(() -> new IllegalStateException("No reasons for refusing " + reference + " are on the file"));
        Determination determination = determinations.latest(reference).orElseThrow();
        List<String> codes = new ArrayList<>(determination.codeNames());
        codes.removeAll(List.of("V8", "V11"));
        if (codes.isEmpty()) {
            codes.add(ReviewPaths.OLD_RULES.equals(file.path()) ? "V7" : "V12");
        }
        return List.of(LetterPurpose.REFUSAL.draft(file, "N4", correspondence.applicant(file), refusal.by(),
                NotValid.of(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        codes,
                        refusal.reason(),
                        codes.contains("V10") ? time(file) : null,
                        null,
                        null,
                        deciders.words(refusal.by()))));
    }

    private NotValid.Time time(CaseFile file) {
        boolean leftOut = "IOPC".equals(file.wrongBody()) && file.receivedByWrongBodyAt() != null;
        LocalDate sentOn = file.forwardedAt() == null ? now.londonDay(file.receivedAt()) : now.londonDay(file.forwardedAt());
        return new NotValid.Time(
                clocks.lastDay(file.reference()),
                facts.current(file.reference()).informationProvidedOn(),
                Boolean.TRUE.equals(file.reviewRightsGiven()) || file.reviewRightsProvidedOn() != null,
                leftOut ? now.londonDay(file.receivedByWrongBodyAt()) : null,
                leftOut ? sentOn : null,
                refusals.moreTimeRefused(file.reference()).orElse(null));
    }

    private List<Draft> closed(CaseFile file) {
        NoticeOnFile notice = refusals.withdrawal(file.reference()).orElse(null);
        LocalDate noticed = notice == null ? now.today() : notice.receivedOn();
        boolean silence = notice != null && notice.takenAsWithdrawn();
        var scope = notice != null && notice.scope() == WithdrawalNotice.Scope.REVIEW
                ? Closed.Scope.REVIEW
                : Closed.Scope.COMPLAINT;
        return List.of(
                LetterPurpose.REFUSAL.draft(file, "N14", correspondence.applicant(file), Draft.STANDARD_TEXT,
                        new Closed(correspondence.complaint(file), null, scope, noticed, now.today(), silence)),
                LetterPurpose.REFUSAL.draft(file, "N14", correspondence.theForce(), Draft.STANDARD_TEXT,
                        new Closed(
                                correspondence.complaint(file),
                                correspondence.complainantName(file),
                                scope,
                                noticed,
                                now.today(),
                                silence)));
    }
}
