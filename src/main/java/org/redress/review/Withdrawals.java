package org.redress.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.casefile.CaseState;
import org.redress.desk.Escalations;
import org.redress.letter.LetterStatus;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What notices of withdrawal do to a case (reg 38, reg 39). Only a signed one ends a case by itself, and a person may decide
 * that silence after an unsigned one does.
 *
 * <p>While the application is being tested a withdrawal is a fact that the tables weigh, because the body that must decide
 * does so even on what was withdrawn. Once it is settled that this body decides, a notice that ends stops the review at
 * once ({@link StoppedReview}), until the letters that close the case are approved.
 */
@Service("noticesOfWithdrawal")
public class Withdrawals {

    /** The message that stops a review. */
    static final String WITHDRAWN = "Message_Withdrawn";

    /** The message that takes back a question about a withdrawal. */
    static final String QUESTION_SETTLED = "Message_QuestionSettled";

    private static final Set<CasePath> OURS = Set.of(ReviewPaths.ASK_APPLICANT, ReviewPaths.REVIEW, ReviewPaths.NOT_VALID);

    private final WithdrawalNotices notices;
    private final CaseFiles cases;
    private final Facts facts;
    private final Determinations determinations;
    private final ReviewLetters reviewLetters;
    private final Procedures procedures;
    private final Escalations escalations;

    Withdrawals(
            WithdrawalNotices notices,
            CaseFiles cases,
            Facts facts,
            Determinations determinations,
            ReviewLetters reviewLetters,
            Procedures procedures,
            Escalations escalations) {
        this.notices = notices;
        this.cases = cases;
        this.facts = facts;
        this.determinations = determinations;
        this.reviewLetters = reviewLetters;
        this.procedures = procedures;
        this.escalations = escalations;
    }

    /**
     * Takes a notice from outside. One that ends the review settles every open question about a withdrawal too.
     *
     * @throws CaseClosed where the case is closed
     */
    @Transactional
    public void add(String caseReference, WithdrawalNotice notice, String by) {
        if (take(caseReference, notice, by).ends()) {
            procedures.tell(QUESTION_SETTLED, caseReference, RoutingFacts.none());
        }
    }

    /** Takes a notice that a person records while at work on a question about an earlier one. */
    @Transactional
    NoticeOnFile take(String caseReference, WithdrawalNotice notice, String by) {
        if (cases.get(caseReference).state() == CaseState.CLOSED) {
            throw new CaseClosed(caseReference);
        }
        NoticeOnFile taken = notices.add(caseReference, notice, by);
        if (taken.ends()) {
            end(caseReference, by);
        } else {
            followUp(caseReference, taken);
        }
        return taken;
    }

    /** A person decided what silence after an unsigned notice means. */
    @Transactional
    void decideOnSilence(String caseReference, int noticeNumber, boolean withdrawn, String reason, String by) {
        notices.decided(caseReference, noticeNumber, withdrawn, reason, by);
        if (withdrawn) {
            end(caseReference, by);
        }
    }

    /** Every notice, oldest first. */
    @Transactional(readOnly = true)
    public List<NoticeOnFile> of(String caseReference) {
        return notices.of(caseReference);
    }

    @Transactional(readOnly = true)
    NoticeOnFile get(String caseReference, int number) {
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
    private void followUp(String caseReference, NoticeOnFile notice) {
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
}
