package org.redress.review;

import org.redress.casefile.CaseFiles;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.ProgressUpdates;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeApplicationStep implements Step<AcknowledgeApplication> {

    private final ReviewLetters reviewLetters;
    private final CaseFiles cases;
    private final ProgressUpdates progressUpdates;
    private final Clocks clocks;
    private final Now now;

    AcknowledgeApplicationStep(
            ReviewLetters reviewLetters, CaseFiles cases, ProgressUpdates progressUpdates, Clocks clocks, Now now) {
        this.reviewLetters = reviewLetters;
        this.cases = cases;
        this.progressUpdates = progressUpdates;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public RoutingFacts complete(StepContext context, AcknowledgeApplication answers) {
        String reference = context.caseReference();
        if (!Faults.blank(answers.adjustmentsAgreed())) {
            cases.note(reference, "Adjustments agreed: " + answers.adjustmentsAgreed(), context.person());
        }
        reviewLetters.issueStandard(reference, LetterPurpose.ACKNOWLEDGEMENT, context.person());
        clocks.end(ReviewClocks.ACKNOWLEDGEMENT.of(reference), now.today(), "Application acknowledged", context.person());
        progressUpdates.awaitFirst(reference, context.person());
        return RoutingFacts.none();
    }
}
