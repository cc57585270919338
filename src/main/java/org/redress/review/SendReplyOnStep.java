package org.redress.review;

import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class SendReplyOnStep implements Step<SendReplyOn> {

    private final Recommendations recommendations;
    private final RecommendationLetters recommendationLetters;

    SendReplyOnStep(Recommendations recommendations, RecommendationLetters recommendationLetters) {
        this.recommendations = recommendations;
        this.recommendationLetters = recommendationLetters;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return recommendations.shownWithReply(context);
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
        recommendations.sentOn(
                reference,
                number,
                answers.sendTo().name(),
                answers.sharedText(),
                answers.withholdReason(),
                context.person());
        return RoutingFacts.none();
    }
}
