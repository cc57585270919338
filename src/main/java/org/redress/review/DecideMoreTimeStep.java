package org.redress.review;

import java.util.Map;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideMoreTimeStep implements Step<DecideMoreTime> {

    private final Recommendations recommendations;
    private final Clocks clocks;
    private final Now now;

    DecideMoreTimeStep(Recommendations recommendations, Clocks clocks, Now now) {
        this.recommendations = recommendations;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of("recommendationWords", recommendations.words(context.caseReference(), context.number(Recommendations.NUMBER)));
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideMoreTime answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        boolean granted = answers.moreTime() == DecideMoreTime.Time.GRANTED;
        new Faults()
                .when(
                        granted && !answers.newReplyDay().isAfter(clocks.dueOn(reference, ClockName.RECOMMENDATION_REPLY, number)
                                .filter(due -> due.isAfter(now.today()))
                                .orElse(now.today())),
                        "newReplyDay",
                        "Enter a day after today and after the day that was set before.")
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        recommendations.decideMoreTime(
                reference, number, granted ? answers.newReplyDay() : null, answers.reason(), context.person());
        return RoutingFacts.none();
    }
}
