package org.redress.review;

import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class TakeUpRefusalStep implements Step<TakeUpRefusal> {

    private final RecommendationWords words;
    private final RepliesFollowedUp followedUp;
    private final LearningPoints learningPoints;

    TakeUpRefusalStep(RecommendationWords words, RepliesFollowedUp followedUp, LearningPoints learningPoints) {
        this.words = words;
        this.followedUp = followedUp;
        this.learningPoints = learningPoints;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return words.shownWithReply(context);
    }

    @Override
    public RoutingFacts complete(StepContext context, TakeUpRefusal answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        new Faults()
                .whenBlank(answers.takenUp(), "takenUp", "Write how it is taken up.")
                .refuseIfAny();
        followedUp.takenUp(reference, number, answers.takenUp(), context.person());
        learningPoints.add(reference, LearningPoints.Kind.OVERSIGHT, answers.takenUp(), true, context.person());
        return RoutingFacts.none();
    }
}
