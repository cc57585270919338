package org.redress.review;

import java.util.Map;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ProposeDirectionStep implements Step<ProposeDirection> {

    private final RecommendationWords words;
    private final RepliesFollowedUp followedUp;
    private final RecommendationLetters recommendationLetters;
    private final ReplyDay replyDay;

    ProposeDirectionStep(
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
    public RoutingFacts complete(StepContext context, ProposeDirection answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        replyDay.faultsOf(answers.newReplyDay(), reference, number)
                .whenBlank(answers.steps(), "steps", "Write what the chief officer must do.")
                .whenBlank(answers.reason(), "reason", "Write the reasons. They go into the direction.")
                .refuseIfAny();
        recommendationLetters.draftDirection(
                reference,
                number,
                replyDay.of(reference, number),
                answers.newReplyDay(),
                answers.steps(),
                answers.reason(),
                context.person());
        followedUp.directionProposed(
                reference, number, answers.steps(), answers.reason(), answers.newReplyDay(), context.person());
        return RoutingFacts.none();
    }
}
