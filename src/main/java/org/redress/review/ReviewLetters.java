package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;
import org.redress.letter.LetterKind;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.ComplaintReference;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the letters of a review from its file, and hands them on once they are approved. */
@Service
public class ReviewLetters {

    private final Letters letters;
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
    private final Force force;
    private final ActRecord acts;
    private final Now now;

    ReviewLetters(
            Letters letters,
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
            Force force,
            ActRecord acts,
            Now now) {
        this.letters = letters;
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
        this.force = force;
        this.acts = acts;
        this.now = now;
    }

    /**
     * Drafts the letters of a purpose. Drafted again, they take the place of drafts that nobody has approved.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @Transactional
    public void draft(String caseReference, String purpose) {
        content(cases.get(caseReference), LetterPurpose.valueOf(purpose)).forEach(letters::draft);
    }

    /** What the letters of a purpose say on the file as it is today. */
    private List<Draft> content(CaseFile file, LetterPurpose purpose) {
        List<Draft> drafts = new ArrayList<>();
        switch (purpose) {
            case ACKNOWLEDGEMENT -> acknowledgement(file, drafts);
            case ASKING -> asking(file, drafts);
            case FORWARDING -> forwarding(file, drafts);
            case OTHER_BODY -> otherBody(file, drafts);
            case REFUSAL -> refusal(file, drafts);
            case WITHDRAWAL -> aboutWithdrawal(file, drafts);
            case NOTICE -> notice(file, drafts);
            case OUTCOME -> outcome(file, drafts);
            case PROGRESS -> throw new IllegalArgumentException("ProgressUpdates drafts the updates: a person says the stage");
        }
        return drafts;
    }

    /**
     * Brings the drafts of a purpose up to today, whoever wrote into them: a day that a letter names counts from the day
     * on which it is approved and handed over, and so do the clocks.
     */
    @Transactional
    public void renew(String caseReference, LetterPurpose purpose) {
        boolean drafted = of(caseReference, purpose).stream().anyMatch(letter -> letter.status() == LetterStatus.DRAFT);
        if (drafted) {
            content(cases.get(caseReference), purpose).forEach(letters::renew);
        }
    }

    /** Approves every draft of a purpose; refused for letters in the person's own words. */
    @Transactional
    public void approve(String caseReference, LetterPurpose purpose, String person) {
        for (LetterView letter : of(caseReference, purpose)) {
            if (letter.status() == LetterStatus.DRAFT) {
                letters.approve(letter.id(), person);
                acts.append(Act.of(
                        caseReference, person, "APPROVED_LETTER", letter.kind() + " " + letter.kind().label() + " approved"));
            }
        }
    }

    /**
     * Hands every approved letter of a purpose over for sending, each once.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @Transactional
    public void send(String caseReference, String purpose) {
        for (LetterView letter : of(caseReference, LetterPurpose.valueOf(purpose))) {
            if (letter.status() == LetterStatus.APPROVED) {
                letters.send(letter.id());
            }
        }
    }

    /**
     * Sends standard letters that the person has read: brought up to the file once more, so that their dates are today's,
     * approved in the person's name and sent.
     */
    @Transactional
    void issueStandard(String caseReference, LetterPurpose purpose, String person) {
        boolean untouched = of(caseReference, purpose).stream()
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        if (untouched) {
            draft(caseReference, purpose.name());
        } else {
            renew(caseReference, purpose);
        }
        approve(caseReference, purpose, person);
        send(caseReference, purpose.name());
    }

    /** The letters of a purpose that are drafted, approved or sent. */
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseReference, LetterPurpose purpose) {
        return letters.of(caseReference).stream()
                .filter(letter -> letter.purpose().equals(purpose.name()))
                .toList();
    }

    private void acknowledgement(CaseFile file, List<Draft> drafts) {
        Party applicant = cases.applicant(file.reference());
        LocalDate received = now.londonDay(file.receivedAt());
        put(drafts, file, LetterKind.N1, LetterPurpose.ACKNOWLEDGEMENT, to(applicant), Draft.STANDARD_TEXT,
                new Acknowledgement(complaint(file), received, null, null));
    }

    private void asking(CaseFile file, List<Draft> drafts) {
        LocalDate today = now.today();
        List<Needed> needed = needed(file);
        put(drafts, file, LetterKind.N2, LetterPurpose.ASKING, applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        complaint(file),
                        now.londonDay(file.receivedAt()),
                        needed,
                        needed.contains(Needed.REASONS_FOR_LATENESS) ? clocks.lastDay(file.reference()) : null,
                        targets.of(ClockName.ANSWER_FROM_APPLICANT, today)));
    }

    /** Asks about the newest notice that nobody signed. */
    private void aboutWithdrawal(CaseFile file, List<Draft> drafts) {
        boolean complaint = refusals.unsignedWithdrawal(file.reference())
                .map(notice -> notice.scope() == Withdrawals.Scope.COMPLAINT)
                .orElseThrow(() -> new IllegalStateException("No unsigned notice is on the file of " + file.reference()));
        put(drafts, file, LetterKind.N2, LetterPurpose.WITHDRAWAL, applicant(file), Draft.STANDARD_TEXT,
                new RequestForInformation(
                        complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of(complaint ? Needed.WITHDRAWAL_OF_COMPLAINT : Needed.WITHDRAWAL_OF_REVIEW),
                        null,
                        targets.of(ClockName.WITHDRAWAL_REPLY, now.today())));
    }

    private void forwarding(CaseFile file, List<Draft> drafts) {
        List<ForwardingNotice.LimbMet> limbs = reasons.of(file.reference()).met().stream()
                .map(reason -> new ForwardingNotice.LimbMet(reason.limb().name(), reason.provision(), reason.words()))
                .toList();
        put(drafts, file, LetterKind.N3, LetterPurpose.FORWARDING, applicant(file), Draft.STANDARD_TEXT,
                new ForwardingNotice(
                        complaint(file),
                        now.londonDay(file.receivedAt()),
                        refusals.passedOn(file.reference()).map(Refusals.PassedOn::on).orElse(now.today()),
                        limbs));
    }

    private void otherBody(CaseFile file, List<Draft> drafts) {
        Optional<Refusals.PassedOn> passedOn = refusals.passedOn(file.reference());
        put(drafts, file, LetterKind.N4, LetterPurpose.OTHER_BODY, applicant(file), Draft.STANDARD_TEXT,
                new NotValid(
                        complaint(file),
                        now.londonDay(file.receivedAt()),
                        List.of("V9"),
                        null,
                        null,
                        passedOn.map(Refusals.PassedOn::to).orElse("the local policing body for " + forceName(file)),
                        passedOn.map(Refusals.PassedOn::on).orElse(null)));
    }

    private void refusal(CaseFile file, List<Draft> drafts) {
        String reference = file.reference();
        if (file.path() == org.redress.casefile.CasePath.WITHDRAWN) {
            closed(file, drafts);
            return;
        }
        Refusals.Refusal refusal = refusals.refusal(reference)
                .orElseThrow(() -> new IllegalStateException("No reasons for refusing " + reference + " are on the file"));
        Determination determination = determinations.latest(reference).orElseThrow();
        List<String> codes = new ArrayList<>(determination.codeNames());
        codes.removeAll(List.of("V8", "V11"));
        if (codes.isEmpty()) {
            codes.add(file.path() == org.redress.casefile.CasePath.OLD_RULES ? "V7" : "V12");
        }
        put(drafts, file, LetterKind.N4, LetterPurpose.REFUSAL, applicant(file), refusal.by(),
                new NotValid(
                        complaint(file),
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
                ? org.redress.review.letters.Closed.Scope.REVIEW
                : org.redress.review.letters.Closed.Scope.COMPLAINT;
        put(drafts, file, LetterKind.N14, LetterPurpose.REFUSAL, applicant(file), Draft.STANDARD_TEXT,
                new org.redress.review.letters.Closed(complaint(file), null, scope, noticed, now.today(), silence));
        put(drafts, file, LetterKind.N14, LetterPurpose.REFUSAL, theForce(), Draft.STANDARD_TEXT,
                new org.redress.review.letters.Closed(
                        complaint(file), complainantName(file), scope, noticed, now.today(), silence));
    }

    private void notice(CaseFile file, List<Draft> drafts) {
        LocalDate received = now.londonDay(file.receivedAt());
        put(drafts, file, LetterKind.N5, LetterPurpose.NOTICE, theForce(), Draft.STANDARD_TEXT,
                new NoticeOfApplication(complaint(file), received, complainantName(file)));
        for (Party other : others(file)) {
            put(drafts, file, LetterKind.N5, LetterPurpose.NOTICE, to(other), Draft.STANDARD_TEXT,
                    new NoticeOfApplication(complaint(file), received, null));
        }
        boolean investigated = facts.current(file.reference()).investigation() == Investigation.OWN;
        put(drafts, file, LetterKind.N6, LetterPurpose.NOTICE, theForce(), Draft.STANDARD_TEXT,
                new RequestForPapers(
                        complaint(file),
                        complainantName(file),
                        investigated,
                        List.of(),
                        targets.of(ClockName.PAPERS, now.today())));
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
        LocalDate replyBy = measures.isEmpty() ? null : targets.of(ClockName.RECOMMENDATION_REPLY, now.today());
        put(drafts, file, LetterKind.N8, LetterPurpose.OUTCOME, applicant(file), decision.decidedBy(),
                new OutcomeToComplainant(
                        complaint(file),
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
        put(drafts, file, LetterKind.N9, LetterPurpose.OUTCOME, theForce(), decision.decidedBy(),
                new OutcomeToForce(
                        complaint(file),
                        complainantName(file),
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
            put(drafts, file, LetterKind.N11, LetterPurpose.OUTCOME, theForce(), decision.decidedBy(),
                    new Recommendation(
                            complaint(file),
                            complainantName(file),
                            now.today(),
                            measures,
                            decision.recommendationText(),
                            replyBy));
        }
        List<OutcomeToOthers.Finding> findingsOnly = results.stream()
                .map(result -> new OutcomeToOthers.Finding(result.number(), result.finding(), result.reason()))
                .toList();
        for (Party other : others(file)) {
            put(drafts, file, LetterKind.N10, LetterPurpose.OUTCOME, to(other), decision.decidedBy(),
                    new OutcomeToOthers(
                            complaint(file),
                            decidedOn,
                            decision.outcome().name(),
                            decision.outcomeReason(),
                            findingsOnly));
        }
    }

    /** Drafts, or drafts again, an update on how the review is going. */
    @Transactional
    void draftUpdate(String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn) {
        update(caseReference, stage, nextUpdateOn, letters::draft);
    }

    /**
     * Sends an update that the person has read, with the stage that they chose and the day of the next one.
     */
    @Transactional
    void issueUpdate(String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn, String person) {
        boolean untouched = of(caseReference, LetterPurpose.PROGRESS).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        update(caseReference, stage, nextUpdateOn, untouched ? letters::draft : letters::renew);
        approve(caseReference, LetterPurpose.PROGRESS, person);
        send(caseReference, LetterPurpose.PROGRESS.name());
    }

    private void update(
            String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn, Consumer<Draft> keep) {
        CaseFile file = cases.get(caseReference);
        LocalDate target = clocks.dueOn(caseReference, ClockName.DECISION_TARGET).orElse(null);
        keep.accept(new Draft(
                caseReference,
                LetterKind.N7,
                LetterPurpose.PROGRESS.name(),
                applicant(file),
                new ProgressUpdate(
                        complaint(file),
                        stage,
                        nextUpdateOn,
                        target == null || target.isBefore(now.today()) ? null : target,
                        null),
                Draft.STANDARD_TEXT));
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
            LetterKind kind,
            LetterPurpose purpose,
            Addressee to,
            String author,
            Record model) {
        drafts.add(new Draft(file.reference(), kind, purpose.name(), to, model, author));
    }

    Addressee applicant(CaseFile file) {
        return to(cases.applicant(file.reference()));
    }

    Addressee theForce() {
        return new Addressee(
                Addressee.Role.FORCE,
                force.addressee(),
                force.email(),
                force.postalAddress(),
                Addressee.Contact.EMAIL,
                false);
    }

    static Addressee to(Party party) {
        Addressee.Role role =
                switch (party.role()) {
                    case APPLICANT, COMPLAINANT -> Addressee.Role.APPLICANT;
                    case INTERESTED_PERSON -> Addressee.Role.INTERESTED_PERSON;
                    case PERSON_COMPLAINED_AGAINST -> Addressee.Role.PERSON_COMPLAINED_AGAINST;
                };
        Addressee.Contact contact = party.preferredContact() != null
                ? Addressee.Contact.valueOf(party.preferredContact().name())
                : party.email() != null ? Addressee.Contact.EMAIL : Addressee.Contact.POST;
        return new Addressee(
                role,
                party.fullName(),
                party.email(),
                party.postalAddress(),
                contact,
                Addressee.asksForLargePrint(party.adjustments()),
                party.adjustments());
    }

    /** Section 21 persons and persons complained against whom nothing forbids to tell. */
    List<Party> others(CaseFile file) {
        return cases.parties(file.reference()).stream()
                .filter(party -> party.role() == PartyRole.INTERESTED_PERSON
                        || party.role() == PartyRole.PERSON_COMPLAINED_AGAINST)
                .filter(Party::told)
                .toList();
    }

    String complainantName(CaseFile file) {
        return cases.representedComplainant(file.reference())
                .or(() -> Optional.of(cases.applicant(file.reference())))
                .map(Party::fullName)
                .orElseThrow();
    }

    ComplaintReference complaint(CaseFile file) {
        return new ComplaintReference(
                forceName(file),
                Faults.blank(file.forceReference()) ? null : file.forceReference(),
                Optional.ofNullable(facts.current(file.reference()).complaintMadeOn()).orElse(file.complaintMadeOn()),
                file.outcomeLetterDate());
    }

    private String forceName(CaseFile file) {
        return Faults.blank(file.force()) || force.isMeantBy(file.force()) ? force.name() : file.force();
    }
}
