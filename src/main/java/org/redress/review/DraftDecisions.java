package org.redress.review;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Letters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets aside what a review had come to when it turns out that another body must decide. Nothing is deleted. */
@Service
public class DraftDecisions {

    private final Decisions decisions;
    private final Findings findings;
    private final Letters letters;
    private final Clocks clocks;
    private final CaseFiles cases;
    private final Now now;

    DraftDecisions(Decisions decisions, Findings findings, Letters letters, Clocks clocks, CaseFiles cases, Now now) {
        this.decisions = decisions;
        this.findings = findings;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
        this.now = now;
    }

    /** Takes back a decision and letters that are drafted only, because another body may have to decide. */
    @Transactional
    @ForDiagrams
    public void withdraw(String caseReference) {
        String why = "Another body may have to decide";
        decisions.setAside(caseReference);
        findings.setAside(caseReference);
        letters.withdrawDrafts(caseReference, LetterPurpose.OUTCOME.name(), why);
        letters.withdrawDrafts(caseReference, LetterPurpose.NOTICE.name(), why);
        if (clocks.isRunning(caseReference, ReviewClocks.PAPERS.name())) {
            clocks.cancel(caseReference, ReviewClocks.PAPERS, now.today(), "The review stopped", why, "redress");
        }
        clocks.start(
                caseReference,
                ReviewClocks.VALIDITY,
                now.today(),
                "A reason was seen why the review is for the IOPC",
                "Paras 31 and 32 set no number of days: at once",
                "redress");
        cases.moveTo(caseReference, CaseState.OPEN);
        // until it is decided again, nothing is settled
        cases.take(caseReference, null);
    }
}
