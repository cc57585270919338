package org.redress.review;

import java.util.Optional;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** Nobody gets a step in which they would check or decide on their own work. */
@Component
class MakerBar implements TaskBar {

    private final Decisions decisions;
    private final Recommendations recommendations;

    MakerBar(Decisions decisions, Recommendations recommendations) {
        this.decisions = decisions;
        this.recommendations = recommendations;
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        return switch (context.step()) {
            case "CheckQuality" -> when(
                    decisions.current(context.caseReference())
                            .filter(decision -> context.person().equals(decision.decidedBy()))
                            .isPresent(),
                    "Whoever made the decision does not check it. Somebody else must.");
            case "DirectForce" -> when(
                    context.person()
                            .equals(recommendations
                                    .get(context.caseReference(), context.number(Recommendations.NUMBER))
                                    .proposedBy()),
                    "Whoever drafted the direction does not decide on it. Somebody else must.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean barred, String sentence) {
        return barred ? Optional.of(sentence) : Optional.empty();
    }
}
