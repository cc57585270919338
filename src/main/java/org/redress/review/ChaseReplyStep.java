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
class ChaseReplyStep implements Step<ChaseReply> {

    private final Recommendations recommendations;
    private final RecommendationLetters recommendationLetters;
    private final Clocks clocks;
    private final Now now;

    ChaseReplyStep(Recommendations recommendations, RecommendationLetters recommendationLetters, Clocks clocks, Now now) {
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
    public RoutingFacts complete(StepContext context, ChaseReply answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        new Faults()
                .when(
                        !answers.newReplyDay().isAfter(clocks.dueOn(reference, ClockName.RECOMMENDATION_REPLY, number)
                                .filter(due -> due.isAfter(now.today()))
                                .orElse(now.today())),
                        "newReplyDay",
                        "Enter a day after today and after the day that was set before.")
                .refuseIfAny();
        recommendationLetters.chase(
                reference,
                number,
                clocks.dueOn(reference, ClockName.RECOMMENDATION_REPLY, number).orElse(now.today()),
                answers.newReplyDay(),
                context.person());
        recommendations.chased(reference, number, answers.newReplyDay(), context.person());
        return RoutingFacts.of("chasedBefore", true);
    }
}
