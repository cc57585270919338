package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.Party;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.Closed;
import org.redress.review.letters.ForwardingNotice;
import org.redress.review.letters.MeasureAsked;
import org.redress.review.letters.NotValid;
import org.redress.review.letters.NoticeOfApplication;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.review.letters.OutcomeToForce;
import org.redress.review.letters.OutcomeToOthers;
import org.redress.review.letters.ProgressUpdate;
import org.redress.review.letters.Recommendation;
import org.redress.review.letters.RequestForInformation;
import org.redress.review.letters.RequestForInformation.Needed;
import org.redress.review.letters.RequestForPapers;
import org.springframework.stereotype.Component;

/** What the letters of a review say, taken from its file. */
@Component
class LetterContents {

    private final CaseFiles cases;
    private final Documents documents;
    private final Facts facts;
    private final Determinations determinations;
    private final Findings findings;
    private final Decisions decisions;
    private final Refusals refusals;
    private final ReviewBodyReasons reasons;
    private final NewAllegations newAllegations;
    private final Clocks clocks;
    private final Targets targets;
    private final Correspondence correspondence;
    private final Now now;

    LetterContents(
            CaseFiles cases,
            Documents documents,
            Facts facts,
            Determinations determinations,
            Findings findings,
            Decisions decisions,
            Refusals refusals,
            ReviewBodyReasons reasons,
            NewAllegations newAllegations,
            Clocks clocks,
            Targets targets,
            Correspondence correspondence,
            Now now) {
        this.cases = cases;
        this.documents = documents;
        this.facts = facts;
        this.determinations = determinations;
        this.findings = findings;
        this.decisions = decisions;
        this.refusals = refusals;
        this.reasons = reasons;
        this.newAllegations = newAllegations;
        this.clocks = clocks;
        this.targets = targets;
        this.correspondence = correspondence;
        this.now = now;
    }

    /** The letters of a purpose with what they say on the file as it is today. */
    List<Draft> of(CaseFile file, LetterPurpose purpose) {
        List<Draft> drafts = new ArrayList<>();
        switch (purpose.name()) {
            case "ACKNOWLEDGEMENT" -> acknowledgement(file, drafts);
            case "ASKING" -> asking(file, drafts);
            case "FORWARDING" -> forwarding(file, drafts);
            case "OTHER_BODY" -> otherBody(file, drafts);
            case "REFUSAL" -> refusal(file, drafts);
            case "WITHDRAWAL" -> aboutWithdrawal(file, drafts);
            case "NOTICE" -> notice(file, drafts);
            case "OUTCOME" -> outcome(file, drafts);
            case "PROGRESS" -> throw new IllegalArgumentException("ProgressUpdates drafts the updates: a person says the stage");
            default -> throw new IllegalArgumentException("No letter of a review is written for the purpose " + purpose);
        }
        return drafts;
    }

    private void acknowledgement(CaseFile file, List<Draft> drafts) {
        LocalDate received = now.londonDay(file.receivedAt());
        put(drafts, file, "N1", LetterPurpose.ACKNOWLEDGEMENT, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new Acknowledgement(correspondence.complaint(file), received, null, null));
    }

    private void asking(CaseFile file, List<Draft> drafts) {
        LocalDate today = now.today();
        List<Needed> needed = needed(file);
        put(drafts, file, "N2", LetterPurpose.ASKING, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        needed,
                        needed.contains(Needed.REASONS_FOR_LATENESS) ? clocks.lastDay(file.reference()) : null,
                        targets.of(ReviewClocks.ANSWER_FROM_APPLICANT, today)));
    }

    /** Asks about the newest notice that nobody signed. */
    private void aboutWithdrawal(CaseFile file, List<Draft> drafts) {
        boolean complaint = refusals.unsignedWithdrawal(file.reference())
                .map(notice -> notice.scope() == Withdrawals.Scope.COMPLAINT)
                .orElseThrow(() -> new IllegalStateException("No unsigned notice is on the file of " + file.reference()));
        put(drafts, file, "N2", LetterPurpose.WITHDRAWAL, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of(complaint ? Needed.WITHDRAWAL_OF_COMPLAINT : Needed.WITHDRAWAL_OF_REVIEW),
                        null,
                        targets.of(ReviewClocks.WITHDRAWAL_REPLY, now.today())));
    }

    private void forwarding(CaseFile file, List<Draft> drafts) {
        List<ForwardingNotice.LimbMet> limbs = reasons.of(file.reference()).met().stream()
                .map(reason -> new ForwardingNotice.LimbMet(reason.limb().name(), reason.provision(), reason.words()))
                .toList();
        put(drafts, file, "N3", LetterPurpose.FORWARDING, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new ForwardingNotice(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        refusals.passedOn(file.reference()).map(Refusals.PassedOn::on).orElse(now.today()),
                        limbs));
    }

    private void otherBody(CaseFile file, List<Draft> drafts) {
        Optional<Refusals.PassedOn> passedOn = refusals.passedOn(file.reference());
        put(drafts, file, "N4", LetterPurpose.OTHER_BODY, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new NotValid(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of("V9"),
                        null,
                        null,
                        passedOn.map(Refusals.PassedOn::to).orElse("the local policing body for " + correspondence.forceName(file)),
                        passedOn.map(Refusals.PassedOn::on).orElse(null)));
    }

    private void refusal(CaseFile file, List<Draft> drafts) {
        String reference = file.reference();
        if (ReviewPaths.WITHDRAWN.equals(file.path())) {
            closed(file, drafts);
            return;
        }
        Refusals.Refusal refusal = refusals.refusal(reference)
                .orElseThrow(() -> new IllegalStateException("No reasons for refusing " + reference + " are on the file"));
        Determination determination = determinations.latest(reference).orElseThrow();
        List<String> codes = new ArrayList<>(determination.codeNames());
        codes.removeAll(List.of("V8", "V11"));
        if (codes.isEmpty()) {
            codes.add(ReviewPaths.OLD_RULES.equals(file.path()) ? "V7" : "V12");
        }
        put(drafts, file, "N4", LetterPurpose.REFUSAL, correspondence.applicant(file), refusal.by(),
                new NotValid(
                        correspondence.complaint(file),
                        now.londonDay(file.receivedAt()),
                        codes,
                        refusal.reason(),
                        codes.contains("V10") ? clocks.lastDay(reference) : null,
                        null,
                        null));
    }

    private void closed(CaseFile file, List<Draft> drafts) {
        Withdrawals.Notice notice = refusals.withdrawal(file.reference()).orElse(null);
        LocalDate noticed = notice == null ? now.today() : notice.receivedOn();
        boolean silence = notice != null && notice.takenAsWithdrawn();
        var scope = notice != null && notice.scope() == Withdrawals.Scope.REVIEW
                ? Closed.Scope.REVIEW
                : Closed.Scope.COMPLAINT;
        put(drafts, file, "N14", LetterPurpose.REFUSAL, correspondence.applicant(file), Draft.STANDARD_TEXT,
                new Closed(correspondence.complaint(file), null, scope, noticed, now.today(), silence));
        put(drafts, file, "N14", LetterPurpose.REFUSAL, correspondence.theForce(), Draft.STANDARD_TEXT,
                new Closed(
                        correspondence.complaint(file), correspondence.complainantName(file), scope, noticed, now.today(), silence));
    }

    private void notice(CaseFile file, List<Draft> drafts) {
        LocalDate received = now.londonDay(file.receivedAt());
        put(drafts, file, "N5", LetterPurpose.NOTICE, correspondence.theForce(), Draft.STANDARD_TEXT,
                new NoticeOfApplication(correspondence.complaint(file), received, correspondence.complainantName(file)));
        for (Party other : correspondence.others(file)) {
            put(drafts, file, "N5", LetterPurpose.NOTICE, Correspondence.to(other), Draft.STANDARD_TEXT,
                    new NoticeOfApplication(correspondence.complaint(file), received, null));
        }
        boolean investigated = facts.current(file.reference()).investigation() == Investigation.OWN;
        put(drafts, file, "N6", LetterPurpose.NOTICE, correspondence.theForce(), Draft.STANDARD_TEXT,
                new RequestForPapers(
                        correspondence.complaint(file),
                        correspondence.complainantName(file),
                        investigated,
                        List.of(),
                        targets.of(ReviewClocks.PAPERS, now.today())));
    }

    private void outcome(CaseFile file, List<Draft> drafts) {
        String reference = file.reference();
        ReviewDecision decision = decisions.current(reference)
                .orElseThrow(() -> new IllegalStateException("No decision on " + reference + " is on the file"));
        LocalDate decidedOn = now.londonDay(decision.decidedAt());
        List<AllegationResult> results = results(reference);
        List<String> lookedAt = documents.of(reference).stream().map(Document::name).sorted().toList();
        List<MeasureAsked> measures =
                decision.measures().stream().map(measure -> new MeasureAsked(measure.name(), null)).toList();
        LocalDate replyBy = measures.isEmpty() ? null : targets.of(ReviewClocks.RECOMMENDATION_REPLY, now.today());
        put(drafts, file, "N8", LetterPurpose.OUTCOME, correspondence.applicant(file), decision.decidedBy(),
                new OutcomeToComplainant(
                        correspondence.complaint(file),
                        decidedOn,
                        decision.outcome().name(),
                        decision.outcomeReason(),
                        file.grounds(),
                        lookedAt,
                        results,
                        measures,
                        decision.recommendationText(),
                        replyBy));
        List<String> points = new ArrayList<>(results.stream()
                .filter(result -> result.oversightPoint() != null)
                .map(result -> "Allegation " + result.number() + ": " + result.oversightPoint())
                .toList());
        newAllegations.of(reference).stream().filter(found -> found.passedOn() == null).forEach(found -> points.add(
                "New allegation, not part of this complaint and not decided here. Please treat it as a new complaint: "
                        + found.text()));
        String oversight = String.join("\n\n", points);
        put(drafts, file, "N9", LetterPurpose.OUTCOME, correspondence.theForce(), decision.decidedBy(),
                new OutcomeToForce(
                        correspondence.complaint(file),
                        correspondence.complainantName(file),
                        decidedOn,
                        decision.outcome().name(),
                        decision.outcomeReason(),
                        lookedAt,
                        results,
                        measures,
                        decision.recommendationText(),
                        replyBy,
                        oversight.isEmpty() ? null : oversight,
                        null));
        if (!measures.isEmpty()) {
            put(drafts, file, "N11", LetterPurpose.OUTCOME, correspondence.theForce(), decision.decidedBy(),
                    new Recommendation(
                            correspondence.complaint(file),
                            correspondence.complainantName(file),
                            now.today(),
                            measures,
                            decision.recommendationText(),
                            replyBy));
        }
        List<OutcomeToOthers.Finding> findingsOnly = results.stream()
                .map(result -> new OutcomeToOthers.Finding(result.number(), result.finding(), result.reason()))
                .toList();
        for (Party other : correspondence.others(file)) {
            put(drafts, file, "N10", LetterPurpose.OUTCOME, Correspondence.to(other), decision.decidedBy(),
                    new OutcomeToOthers(
                            correspondence.complaint(file),
                            decidedOn,
                            decision.outcome().name(),
                            decision.outcomeReason(),
                            findingsOnly));
        }
    }

    /** An update on how the review is going; a target that has passed is left out. */
    Draft progressUpdate(CaseFile file, ProgressUpdate.Stage stage, LocalDate nextUpdateOn) {
        LocalDate target = clocks.dueOn(file.reference(), ReviewClocks.DECISION_TARGET)
                .filter(day -> !day.isBefore(now.today()))
                .orElse(null);
        return new Draft(
                file.reference(),
                "N7",
                LetterPurpose.PROGRESS.name(),
                correspondence.applicant(file),
                new ProgressUpdate(correspondence.complaint(file), stage, nextUpdateOn, target, null),
                Draft.STANDARD_TEXT);
    }

    private List<AllegationResult> results(String reference) {
        List<Assessment> assessments = findings.of(reference);
        return cases.allegations(reference).stream()
                .map(allegation -> {
                    Assessment assessment = assessments.stream()
                            .filter(found -> found.number() == allegation.number())
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(
                                    "Allegation " + allegation.number() + " of " + reference + " is not assessed"));
                    return new AllegationResult(
                            allegation.number(),
                            allegation.text(),
                            allegation.forceOutcome(),
                            assessment.finding().name(),
                            assessment.reason(),
                            assessment.oversightPoint());
                })
                .toList();
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
            needed.add(Needed.CONSENT);
        }
        if (determination != null && "ASK_FOR_REASONS".equals(determination.timeliness())) {
            needed.add(Needed.REASONS_FOR_LATENESS);
        }
        if (needed.isEmpty()) {
            needed.add(Needed.COMPLAINT_DETAILS);
        }
        return needed;
    }

    private static void put(
            List<Draft> drafts,
            CaseFile file,
            String kind,
            LetterPurpose purpose,
            Addressee to,
            String author,
            Record model) {
        drafts.add(new Draft(file.reference(), kind, purpose.name(), to, model, author));
    }
}
