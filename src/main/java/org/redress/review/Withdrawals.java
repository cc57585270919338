package org.redress.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.casefile.CaseState;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.LetterStatus;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices of withdrawal (reg 38, reg 39). Only a signed one ends a case by itself, and a person may decide that silence
 * after an unsigned one does.
 *
 * <p>While the application is being tested a withdrawal is a fact that the tables weigh, because the body that must decide
 * does so even on what was withdrawn. Once it is settled that this body decides, a notice that ends stops the review at
 * once, until the letters that close the case are approved.
 */
@Service
public class Withdrawals {

    /** The message that stops a review. */
    static final String WITHDRAWN = "Message_Withdrawn";

    /** The message that takes back a question about a withdrawal. */
    static final String QUESTION_SETTLED = "Message_QuestionSettled";

    private static final String REG_38 = "reg 38";
    /** What a stopped review waits for no longer; the target stays until the closing letters are approved. */
    private static final Set<ClockName> WAITING = Set.of(
            ReviewClocks.ACKNOWLEDGEMENT,
            ReviewClocks.VALIDITY,
            ReviewClocks.ANSWER_FROM_APPLICANT,
            ReviewClocks.PAPERS);

    private static final Set<CasePath> OURS = Set.of(ReviewPaths.ASK_APPLICANT, ReviewPaths.REVIEW, ReviewPaths.NOT_VALID);

    /** Who received the notice. */
    public enum ReceivedBy {
        FORCE,
        LPB
    }

    /** What is withdrawn. */
    public enum Scope {
        COMPLAINT,
        REVIEW
    }

    /** Who signed. */
    public enum SignedBy {
        COMPLAINANT,
        SOLICITOR,
        AGENT
    }

    /**
     * A notice as it stands on the file.
     *
     * @param number counted from 1 in the case
     * @param signedBy null where nobody signed
     * @param passedOn the day we passed it to the force, or null
     * @param takenAsWithdrawn whether a person decided that the silence after it is a withdrawal
     */
    public record Notice(
            int number,
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            LocalDate passedOn,
            boolean takenAsWithdrawn,
            String handedInBy,
            Instant handedInAt) {

        /**
         * Whether the notice ends the review: signed, and either of the review itself (8.9) or of the complaint and
         * received by the force (8.1, 8.8); or a person decided so (8.7).
         */
        public boolean ends() {
            return takenAsWithdrawn || signed && !forForce();
        }

        /** Whether the force must have it first: only what the force has received withdraws a complaint (8.1, 8.8). */
        public boolean forForce() {
            return scope == Scope.COMPLAINT && receivedBy == ReceivedBy.LPB;
        }
    }

    private final WithdrawalNotices notices;
    private final CaseFiles cases;
    private final Facts facts;
    private final Determinations determinations;
    private final Decisions decisions;
    private final Findings findings;
    private final ReviewLetters reviewLetters;
    private final Letters letters;
    private final Clocks clocks;
    private final Procedures procedures;
    private final ProgressUpdates progressUpdates;
    private final Escalations escalations;
    private final ActRecord acts;
    private final Now now;

    Withdrawals(
            WithdrawalNotices notices,
            CaseFiles cases,
            Facts facts,
            Determinations determinations,
            Decisions decisions,
            Findings findings,
            ReviewLetters reviewLetters,
            Letters letters,
            Clocks clocks,
            Procedures procedures,
            ProgressUpdates progressUpdates,
            Escalations escalations,
            ActRecord acts,
            Now now) {
        this.notices = notices;
        this.cases = cases;
        this.facts = facts;
        this.determinations = determinations;
        this.decisions = decisions;
        this.findings = findings;
        this.reviewLetters = reviewLetters;
        this.letters = letters;
        this.clocks = clocks;
        this.procedures = procedures;
        this.progressUpdates = progressUpdates;
        this.escalations = escalations;
        this.acts = acts;
        this.now = now;
    }

    /**
     * Takes a notice from outside. One that ends the review settles every open question about a withdrawal too.
     *
     * @throws CaseClosed where the case is closed
     */
    @Transactional
    public void add(
            String caseReference,
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            String by) {
        Notice notice = take(caseReference, receivedOn, receivedBy, scope, signed, signedBy, text, by);
        if (notice.ends()) {
            procedures.tell(QUESTION_SETTLED, caseReference, RoutingFacts.none());
        }
    }

    /** Takes a notice that a person records while at work on a question about an earlier one. */
    @Transactional
    Notice take(
            String caseReference,
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            String by) {
        if (cases.get(caseReference).state() == CaseState.CLOSED) {
            throw new CaseClosed(caseReference);
        }
        Notice notice = notices.add(caseReference, receivedOn, receivedBy, scope, signed, signedBy, text, by);
        acts.append(Act.of(
                        caseReference,
                        by,
                        "RECEIVED_WITHDRAWAL",
                        (signed ? "Signed" : "Unsigned") + " notice of withdrawal received by the "
                                + (receivedBy == ReceivedBy.FORCE ? "force" : "local policing body"))
                .because(signed ? REG_38 : "reg 39 (details not confirmed)"));
        if (notice.ends()) {
            end(caseReference, by);
        } else {
            followUp(caseReference, notice);
        }
        return notice;
    }

    /** The review stops where it is: nothing that was drafted goes out. Called by the diagram. */
    @Transactional
    @ForDiagrams
    public void stopReview(String caseReference) {
        String why = "Withdrawn";
        cases.take(caseReference, ReviewPaths.WITHDRAWN);
        cases.moveTo(caseReference, CaseState.OPEN);
        decisions.setAside(caseReference);
        findings.setAside(caseReference);
        reviewLetters.withdrawDrafts(caseReference, why);
        for (ClockName name : WAITING) {
            if (clocks.isRunning(caseReference, name.name())) {
                clocks.cancel(caseReference, name, now.today(), why, REG_38, "redress");
            }
        }
        progressUpdates.over(caseReference, why, "redress");
        acts.append(Act.of(caseReference, "redress", "STOPPED_REVIEW", "The review stops because it was withdrawn")
                .because(REG_38));
        if (referred(facts.current(caseReference))) {
            cases.note(caseReference, WithdrawalWords.REFERRED, "redress");
        }
    }

    /** The day for answering passed and no answer came; it ends nothing. Called by the diagram's timer. */
    @Transactional
    @ForDiagrams
    public void noteSilence(String caseReference, int noticeNumber) {
        notices.silenceNoted(caseReference, noticeNumber);
        clocks.end(
                caseReference,
                ReviewClocks.WITHDRAWAL_REPLY,
                noticeNumber,
                now.today(),
                "No answer came",
                "reg 39 (details not confirmed)",
                "redress");
        acts.append(Act.of(
                        caseReference,
                        "redress",
                        "NOTED_SILENCE",
                        "No answer about the withdrawal by the day we named; a person decides what that means")
                .because("reg 39 (details not confirmed)"));
    }

    /** The question need not be answered any more. Called by the diagram. */
    @Transactional
    @ForDiagrams
    public void dropQuestion(String caseReference, int noticeNumber) {
        letters.withdrawDrafts(caseReference, LetterPurpose.WITHDRAWAL.name(), "Settled otherwise");
        if (clocks.isRunning(caseReference, ReviewClocks.WITHDRAWAL_REPLY.name(), noticeNumber)) {
            clocks.cancel(
                    caseReference,
                    ReviewClocks.WITHDRAWAL_REPLY,
                    noticeNumber,
                    now.today(),
                    "Settled otherwise",
                    REG_38,
                    "redress");
        }
    }

    /** A person decided what silence after an unsigned notice means. */
    @Transactional
    void decideOnSilence(String caseReference, int noticeNumber, boolean withdrawn, String reason, String by) {
        notices.decided(caseReference, noticeNumber, withdrawn, reason, by);
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_ON_SILENCE",
                        withdrawn ? "Decided: the silence counts as a withdrawal" : "Decided: the silence is no withdrawal")
                .because(reason));
        if (withdrawn) {
            end(caseReference, by);
        }
    }

    /** Every notice, oldest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(String caseReference) {
        return notices.of(caseReference);
    }

    @Transactional(readOnly = true)
    Notice get(String caseReference, int number) {
        return notices.of(caseReference).get(number - 1);
    }

    private void end(String caseReference, String by) {
        facts.add(caseReference, FactSource.ANSWER, CaseFacts.from(Map.of("withdrawn", true)), by);
        determinations.weighWithdrawal(caseReference);
        if (closingIsApproved(caseReference)) {
            cases.note(
                    caseReference,
                    "A notice of withdrawal came after the letters that close the case were approved. It changes nothing.",
                    "redress");
        } else if (Optional.ofNullable(cases.get(caseReference).path()).filter(OURS::contains).isPresent()) {
            procedures.tell(WITHDRAWN, caseReference, RoutingFacts.none());
        }
    }

    /** What ends nothing by itself is followed up by a person, while the review goes on. */
    private void followUp(String caseReference, Notice notice) {
        // after the decision there is nothing to ask; the force must still have what is meant for it
        boolean ask = !notice.signed() && !closingIsApproved(caseReference);
        if (!ask && !notice.forForce()) {
            return;
        }
        if (ask) {
            reviewLetters.draft(caseReference, LetterPurpose.WITHDRAWAL.name());
        }
        procedures.start(
                "WithdrawalIndication",
                caseReference,
                escalations.asRouting(caseReference)
                        .and("noticeNumber", notice.number())
                        .and("forForce", notice.forForce())
                        .and("askApplicant", ask));
    }

    private boolean closingIsApproved(String caseReference) {
        return List.of(LetterPurpose.OUTCOME, LetterPurpose.REFUSAL).stream()
                .flatMap(purpose -> reviewLetters.of(caseReference, purpose).stream())
                .anyMatch(letter -> letter.status() != LetterStatus.DRAFT);
    }

    static boolean referred(CaseFacts known) {
        return Boolean.TRUE.equals(known.referredToIopc()) || Boolean.TRUE.equals(known.treatedAsReferred());
    }
}
