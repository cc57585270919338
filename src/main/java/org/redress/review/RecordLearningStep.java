package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class RecordLearningStep implements Step<RecordLearning> {

    private final LearningPoints learningPoints;
    private final Findings findings;

    RecordLearningStep(LearningPoints learningPoints, Findings findings) {
        this.learningPoints = learningPoints;
        this.findings = findings;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Map<String, Object> shown = new HashMap<>();
        String points = String.join(
                "\n",
                findings.of(context.caseReference()).stream()
                        .filter(found -> !Faults.blank(found.oversightPoint()))
                        .map(found -> "Allegation " + found.number() + ": " + found.oversightPoint())
                        .toList());
        if (!points.isEmpty()) {
            shown.put("oversightPoints", points);
        }
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, RecordLearning answers) {
        boolean governance = Boolean.TRUE.equals(answers.toGovernanceMeeting());
        learningPoints.add(context.caseReference(), LearningPoints.Kind.LEARNING, answers.learning(), governance, context.person());
        learningPoints.add(
                context.caseReference(), LearningPoints.Kind.OVERSIGHT, answers.oversightPoints(), governance, context.person());
        return RoutingFacts.none();
    }
}
