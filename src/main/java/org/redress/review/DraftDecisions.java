package org.redress.review;

import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Letters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets aside what a review had come to: it was withdrawn, or another body must decide. Nothing is deleted. */
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
        setAside(caseReference, why, Set.of(LetterPurpose.OUTCOME.name(), LetterPurpose.NOTICE.name()));
        if (clocks.isRunning(ReviewClocks.PAPERS.of(caseReference))) {
            clocks.cancel(ReviewClocks.PAPERS.of(caseReference), now.today(), "The review stopped", "redress");
        }
        clocks.start(
                ReviewClocks.VALIDITY.of(caseReference),
                now.today(),
                "A reason was seen why the review is for the IOPC",
                "redress");
        cases.moveTo(caseReference, CaseState.OPEN);
        // until it is decided again, nothing is settled
        cases.take(caseReference, null);
    }

    /** Whatever was decided or written and has not gone out, goes no further. */
    @Transactional
    void setAside(String caseReference, String why, Set<String> purposes) {
        decisions.setAside(caseReference);
        findings.setAside(caseReference);
        purposes.forEach(purpose -> letters.withdrawDrafts(caseReference, purpose, why));
    }
}
