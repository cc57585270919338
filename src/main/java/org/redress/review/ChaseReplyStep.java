package org.redress.review;

import java.util.Map;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChaseReplyStep implements Step<ChaseReply> {

    private final Recommendations recommendations;
    private final RecommendationLetters recommendationLetters;
    private final ReplyDay replyDay;

    ChaseReplyStep(Recommendations recommendations, RecommendationLetters recommendationLetters, ReplyDay replyDay) {
        this.recommendations = recommendations;
        this.recommendationLetters = recommendationLetters;
        this.replyDay = replyDay;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return recommendations.shown(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, ChaseReply answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        replyDay.faultsOf(answers.newReplyDay(), reference, number).refuseIfAny();
        recommendationLetters.chase(
                reference, number, replyDay.of(reference, number), answers.newReplyDay(), context.person());
        recommendations.chased(reference, number, answers.newReplyDay(), context.person());
        return RoutingFacts.of("chasedBefore", true);
    }
}
