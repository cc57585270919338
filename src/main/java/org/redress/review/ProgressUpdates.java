package org.redress.review;

import java.time.LocalDate;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.letters.ProgressUpdate.Stage;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the applicant how the review is going (N7) from the acknowledgement until the outcome letters are approved or the
 * case ends otherwise. Good practice, not law: regulation 34 does not bind a review body. Each update has an instance of
 * its procedure of its own, which plans the next.
 */
@Service
public class ProgressUpdates {

    static final String OVER = "Message_UpdatesOver";

    private static final String PROCEDURE = "ProgressUpdate";
    private static final String PRACTICE = "Practice: reg 34 does not bind a review body";

    private final ReviewLetters reviewLetters;
    private final Letters letters;
    private final CaseFiles cases;
    private final Decisions decisions;
    private final Findings findings;
    private final Escalations escalations;
    private final Clocks clocks;
    private final Targets targets;
    private final Procedures procedures;
    private final ActRecord acts;
    private final Now now;

    ProgressUpdates(
            ReviewLetters reviewLetters,
            Letters letters,
            CaseFiles cases,
            Decisions decisions,
            Findings findings,
            Escalations escalations,
            Clocks clocks,
            Targets targets,
            Procedures procedures,
            ActRecord acts,
            Now now) {
        this.reviewLetters = reviewLetters;
        this.letters = letters;
        this.cases = cases;
        this.decisions = decisions;
        this.findings = findings;
        this.escalations = escalations;
        this.clocks = clocks;
        this.targets = targets;
        this.procedures = procedures;
        this.acts = acts;
        this.now = now;
    }

    /** The acknowledgement told the applicant what happens next; from here on the days to the first update count. */
    @Transactional
    void awaitFirst(String caseReference, String by) {
        clocks.start(
                caseReference, ReviewClocks.PROGRESS_UPDATE, now.today(), "The application was acknowledged", PRACTICE, by);
        startNext(caseReference);
    }

    /** Called by the diagram when an update has gone out: the next one is waited for. */
    @Transactional
    @ForDiagrams
    public void awaitNext(String caseReference) {
        startNext(caseReference);
    }

    private void startNext(String caseReference) {
        procedures.start(PROCEDURE, caseReference, escalations.asRouting(caseReference));
    }

    /** Called by the diagram when the day has come: the letter is there when somebody looks. */
    @Transactional
    @ForDiagrams
    public void draft(String caseReference) {
        reviewLetters.draftUpdate(caseReference, stage(caseReference), nextIfSentToday());
    }

    @Transactional
    void send(String caseReference, Stage stage, String by) {
        reviewLetters.issueUpdate(caseReference, stage, nextIfSentToday(), by);
        clocks.start(caseReference, ReviewClocks.PROGRESS_UPDATE, now.today(), "The applicant was told how it is going", PRACTICE, by);
        acts.append(Act.of(caseReference, by, "SENT_PROGRESS_UPDATE", "The applicant was told how the review is going"));
    }

    /** The applicant need not be told any more: the outcome says it, or the case has ended. */
    @Transactional
    void over(String caseReference, String why, String by) {
        letters.withdrawDrafts(caseReference, LetterPurpose.PROGRESS.name(), why);
        procedures.tell(OVER, caseReference, RoutingFacts.none());
        if (clocks.isRunning(caseReference, ReviewClocks.PROGRESS_UPDATE.name())) {
            clocks.cancel(caseReference, ReviewClocks.PROGRESS_UPDATE, now.today(), why, PRACTICE, by);
        }
    }

    LocalDate nextIfSentToday() {
        return targets.of(ReviewClocks.PROGRESS_UPDATE, now.today());
    }

    /** Where the review stands, as far as the file shows it. */
    @Transactional(readOnly = true)
    Stage stage(String caseReference) {
        CaseFile file = cases.get(caseReference);
        if (!ReviewPaths.REVIEW.equals(file.path()) && decisions.current(caseReference).isEmpty()) {
            return Stage.FIRST_CHECKS;
        }
        if (file.state() == CaseState.WAITING_FOR_FORCE) {
            return Stage.WAITING_FOR_PAPERS;
        }
        Boolean sentBack = decisions.current(caseReference).map(decision -> Boolean.FALSE.equals(decision.sound())).orElse(null);
        if (sentBack != null) {
            return sentBack ? Stage.DECIDING : Stage.CHECKING;
        }
        int allegations = cases.allegations(caseReference).size();
        return allegations > 0 && findings.of(caseReference).size() >= allegations ? Stage.DECIDING : Stage.ASSESSING;
    }
}
