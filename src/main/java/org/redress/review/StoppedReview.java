package org.redress.review;

import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.ProgressUpdates;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a review that was withdrawn: it stops where it is, and nothing that was drafted goes out. */
@Component
class StoppedReview {

    private static final String WHY = "Withdrawn";

    /** What a stopped review waits for no longer; the target stays until the closing letters are approved. */
    private static final Set<ClockName> WAITING = Set.of(
            ReviewClocks.ACKNOWLEDGEMENT,
            ReviewClocks.VALIDITY,
            ReviewClocks.ANSWER_FROM_APPLICANT,
            ReviewClocks.PAPERS);

    private final CaseFiles cases;
    private final Facts facts;
    private final DraftDecisions draftDecisions;
    private final ReviewWords words;
    private final ProgressUpdates progressUpdates;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    StoppedReview(
            CaseFiles cases,
            Facts facts,
            DraftDecisions draftDecisions,
            ReviewWords words,
            ProgressUpdates progressUpdates,
            Clocks clocks,
            ActRecord acts,
            Now now) {
        this.cases = cases;
        this.facts = facts;
        this.draftDecisions = draftDecisions;
        this.words = words;
        this.progressUpdates = progressUpdates;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
    }

    @Transactional
    void stop(String caseReference) {
        cases.take(caseReference, ReviewPaths.WITHDRAWN);
        cases.moveTo(caseReference, CaseState.OPEN);
        draftDecisions.setAside(caseReference, WHY, words.purposes());
        for (ClockName name : WAITING) {
            if (clocks.isRunning(name.of(caseReference))) {
                clocks.cancel(name.of(caseReference), now.today(), WHY, "redress");
            }
        }
        progressUpdates.over(caseReference, WHY, "redress");
        acts.append(Act.of(caseReference, "redress", "STOPPED_REVIEW", "The review stops because it was withdrawn")
                .because("reg 38"));
        if (facts.current(caseReference).wasReferred()) {
            cases.note(caseReference, WithdrawalWords.REFERRED, "redress");
        }
    }
}
