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
class ProposeDirectionStep implements Step<ProposeDirection> {

    private final Recommendations recommendations;
    private final RecommendationLetters recommendationLetters;
    private final Clocks clocks;
    private final Now now;

    ProposeDirectionStep(Recommendations recommendations, RecommendationLetters recommendationLetters, Clocks clocks, Now now) {
        this.recommendations = recommendations;
        this.recommendationLetters = recommendationLetters;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of("recommendationWords", recommendations.words(context.caseReference(), context.number(Recommendations.NUMBER)));
    }

    @Override
    public RoutingFacts complete(StepContext context, ProposeDirection answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        new Faults()
                .when(
                        !answers.newReplyDay().isAfter(clocks.dueOn(reference, ClockName.RECOMMENDATION_REPLY, number)
                                .filter(due -> due.isAfter(now.today()))
                                .orElse(now.today())),
                        "newReplyDay",
                        "Enter a day after today and after the day that was set before.")
                .whenBlank(answers.steps(), "steps", "Write what the chief officer must do.")
                .whenBlank(answers.reason(), "reason", "Write the reasons. They go into the direction.")
                .refuseIfAny();
        recommendationLetters.draftDirection(
                reference,
                number,
                clocks.dueOn(reference, ClockName.RECOMMENDATION_REPLY, number).orElse(now.today()),
                answers.newReplyDay(),
                answers.steps(),
                answers.reason(),
                context.person());
        recommendations.directionProposed(
                reference, number, answers.steps(), answers.reason(), answers.newReplyDay(), context.person());
        return RoutingFacts.none();
    }
}
