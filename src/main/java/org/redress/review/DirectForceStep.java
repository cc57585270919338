package org.redress.review;

import java.util.Map;
import org.redress.people.NotOwnWork;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DirectForceStep implements Step<DirectForce> {

    private final Recommendations recommendations;
    private final RecommendationWords words;
    private final RepliesFollowedUp followedUp;
    private final RecommendationLetters recommendationLetters;

    DirectForceStep(
            Recommendations recommendations, RecommendationWords words, RepliesFollowedUp followedUp, RecommendationLetters recommendationLetters) {
        this.recommendations = recommendations;
        this.words = words;
        this.followedUp = followedUp;
        this.recommendationLetters = recommendationLetters;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return words.shown(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, DirectForce answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        boolean given = "YES".equals(answers.direct());
        NotOwnWork.mustDiffer(
                context.person(),
                recommendations.get(reference, number).proposedBy(),
                "You drafted this direction, so someone else must decide on it.");
        new Faults()
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        if (given) {
            recommendationLetters.issueDirection(reference, number, context.person());
        } else {
            recommendationLetters.withdrawDirection(reference, number);
        }
        followedUp.directionDecided(reference, number, given, answers.reason(), context.person());
        return RoutingFacts.none();
    }
}
