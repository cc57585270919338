package org.redress.review;

import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideMoreTimeStep implements Step<DecideMoreTime> {

    private final RecommendationWords words;
    private final RecommendationReplies replies;
    private final ReplyDay replyDay;

    DecideMoreTimeStep(RecommendationWords words, RecommendationReplies replies, ReplyDay replyDay) {
        this.words = words;
        this.replies = replies;
        this.replyDay = replyDay;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return words.shown(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideMoreTime answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        boolean granted = answers.moreTime() == DecideMoreTime.Time.GRANTED;
        (granted ? replyDay.faultsOf(answers.newReplyDay(), reference, number) : new Faults())
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        replies.decideMoreTime(
                reference, number, granted ? answers.newReplyDay() : null, answers.reason(), context.person());
        return RoutingFacts.none();
    }
}
