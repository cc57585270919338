package org.redress.review;

import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AgreeNewTargetStep implements Step<AgreeNewTarget> {

    private final Clocks clocks;
    private final Now now;

    AgreeNewTargetStep(Clocks clocks, Now now) {
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public RoutingFacts complete(StepContext context, AgreeNewTarget answers) {
        new Faults()
                .when(!answers.newTargetOn().isAfter(now.today()), "newTargetOn", "Enter a day after today.")
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        if (clocks.isRunning(context.caseReference(), ClockName.DECISION_TARGET.name())) {
            String reason = answers.reason().length() > 500 ? answers.reason().substring(0, 497) + "..." : answers.reason();
            clocks.extend(
                    context.caseReference(),
                    ClockName.DECISION_TARGET,
                    answers.newTargetOn(),
                    "New target agreed: " + reason,
                    "Our own target",
                    context.person());
        }
        return RoutingFacts.none();
    }
}
