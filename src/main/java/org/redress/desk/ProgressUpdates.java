package org.redress.desk;

import java.time.LocalDate;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.Targets;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the applicant how the case is going, from the acknowledgement until the procedure says that it is over or the case
 * ends. Each update has an instance of its diagram of its own, which plans the next.
 */
@Service
public class ProgressUpdates {

    static final String OVER = "Message_UpdatesOver";

    private static final String PROCEDURE = "ProgressUpdate";

    private final CaseLetters letters;
    private final ProcedureOf procedureOf;
    private final Escalations escalations;
    private final Clocks clocks;
    private final Targets targets;
    private final Procedures procedures;
    private final ActRecord acts;
    private final Now now;

    ProgressUpdates(
            CaseLetters letters,
            ProcedureOf procedureOf,
            Escalations escalations,
            Clocks clocks,
            Targets targets,
            Procedures procedures,
            ActRecord acts,
            Now now) {
        this.letters = letters;
        this.procedureOf = procedureOf;
        this.escalations = escalations;
        this.clocks = clocks;
        this.targets = targets;
        this.procedures = procedures;
        this.acts = acts;
        this.now = now;
    }

    /** The acknowledgement told the applicant what happens next; from here on the days to the first update count. */
    @Transactional
    public void awaitFirst(String caseReference, String by) {
        startClock(caseReference, "The application was acknowledged", by);
        startNext(caseReference);
    }

    /** Called by the diagram when an update has gone out: the next one is waited for. */
    @Transactional
    @ForDiagrams
    public void awaitNext(String caseReference) {
        startNext(caseReference);
    }

    /** Called by the diagram when the day has come: the letter is there when somebody looks. */
    @Transactional
    @ForDiagrams
    public void draft(String caseReference) {
        letters.draftUpdate(caseReference, stage(caseReference), nextIfSentToday());
    }

    @Transactional
    void send(String caseReference, String stage, String by) {
        letters.issueUpdate(caseReference, stage, nextIfSentToday(), by);
        startClock(caseReference, "The applicant was told how it is going", by);
        acts.append(Act.of(caseReference, by, "SENT_PROGRESS_UPDATE", progress(caseReference).told()));
    }

    /** The applicant need not be told any more: the procedure has come to its outcome, or the case has ended. */
    @Transactional
    public void over(String caseReference, String why, String by) {
        letters.withdrawUpdate(caseReference, why);
        procedures.tell(OVER, caseReference, RoutingFacts.none());
        if (clocks.isRunning(DeskClocks.PROGRESS_UPDATE.of(caseReference))) {
            clocks.cancel(DeskClocks.PROGRESS_UPDATE.of(caseReference), now.today(), why, by);
        }
    }

    LocalDate nextIfSentToday() {
        return targets.of(DeskClocks.PROGRESS_UPDATE, now.today());
    }

    /** Where the case stands, as far as the file shows it. */
    String stage(String caseReference) {
        return progress(caseReference).stage(caseReference);
    }

    private void startNext(String caseReference) {
        procedures.start(PROCEDURE, caseReference, escalations.asRouting(caseReference));
    }

    private void startClock(String caseReference, String why, String by) {
        clocks.start(DeskClocks.PROGRESS_UPDATE.of(caseReference), now.today(), why, by);
    }

    private Progress progress(String caseReference) {
        return procedureOf.of(caseReference, Progress.class);
    }
}
