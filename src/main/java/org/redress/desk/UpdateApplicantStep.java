package org.redress.desk;

import java.util.Map;
import org.redress.kernel.Words;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class UpdateApplicantStep implements Step<UpdateApplicant> {

    private final ProgressUpdates progressUpdates;

    UpdateApplicantStep(ProgressUpdates progressUpdates) {
        this.progressUpdates = progressUpdates;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "stage", progressUpdates.stage(context.caseReference()),
                "nextUpdateWords", Words.day(progressUpdates.nextIfSentToday()));
    }

    @Override
    public RoutingFacts complete(StepContext context, UpdateApplicant answers) {
        progressUpdates.send(context.caseReference(), answers.stage(), context.person());
        return RoutingFacts.none();
    }
}
