package org.redress.review;

import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class SendReplyOnStep implements Step<SendReplyOn> {

    private final RecommendationWords words;
    private final RepliesFollowedUp followedUp;
    private final RecommendationLetters recommendationLetters;

    SendReplyOnStep(RecommendationWords words, RepliesFollowedUp followedUp, RecommendationLetters recommendationLetters) {
        this.words = words;
        this.followedUp = followedUp;
        this.recommendationLetters = recommendationLetters;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return words.shownWithReply(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, SendReplyOn answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        boolean nobody = answers.sendTo() == SendReplyOn.To.NOBODY;
        boolean everything = answers.sendTo() == SendReplyOn.To.EVERYONE && Faults.blank(answers.sharedText());
        new Faults()
                .when(
                        !everything && Faults.blank(answers.withholdReason()),
                        "withholdReason",
                        "Say what harm it could do to send all of it to everyone.")
                .refuseIfAny();
        if (!nobody) {
            recommendationLetters.sendReplyOn(
                    reference,
                    number,
                    answers.sendTo() == SendReplyOn.To.EVERYONE,
                    answers.sharedText(),
                    context.person());
        }
        followedUp.sentOn(
                reference,
                number,
                answers.sendTo().name(),
                answers.sharedText(),
                answers.withholdReason(),
                context.person());
        return RoutingFacts.none();
    }
}
