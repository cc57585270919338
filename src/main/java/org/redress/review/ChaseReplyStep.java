package org.redress.review;

import java.util.Map;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChaseReplyStep implements Step<ChaseReply> {

    private final RecommendationWords words;
    private final RepliesFollowedUp followedUp;
    private final RecommendationLetters recommendationLetters;
    private final ReplyDay replyDay;

    ChaseReplyStep(
            RecommendationWords words, RepliesFollowedUp followedUp, RecommendationLetters recommendationLetters, ReplyDay replyDay) {
        this.words = words;
        this.followedUp = followedUp;
        this.recommendationLetters = recommendationLetters;
        this.replyDay = replyDay;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return words.shown(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, ChaseReply answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        replyDay.faultsOf(answers.newReplyDay(), reference, number).refuseIfAny();
        recommendationLetters.chase(
                reference, number, replyDay.of(reference, number), answers.newReplyDay(), context.person());
        followedUp.chased(reference, number, answers.newReplyDay(), context.person());
        return RoutingFacts.of("chasedBefore", true);
    }
}
