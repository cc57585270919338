package org.redress.review;

import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AgreeNewTargetStep implements Step<AgreeNewTarget> {

    private final Clocks clocks;
    private final ActRecord acts;

    AgreeNewTargetStep(Clocks clocks, ActRecord acts) {
        this.clocks = clocks;
        this.acts = acts;
    }

    @Override
    public RoutingFacts complete(StepContext context, AgreeNewTarget answers) {
        new Faults()
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        if (clocks.isRunning(ReviewClocks.DECISION_TARGET.of(context.caseReference()))) {
            clocks.extend(
                    ReviewClocks.DECISION_TARGET.of(context.caseReference()),
                    answers.newTargetOn(),
                    "New target agreed",
                    context.person());
        }
        acts.append(Act.of(context.caseReference(), context.person(), "AGREED_NEW_TARGET", "New target agreed: "
                        + Words.day(answers.newTargetOn()))
                .because(answers.reason()));
        return RoutingFacts.none();
    }
}
