package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import org.redress.kernel.Words;
import org.redress.people.NotOwnWork;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class CheckQualityStep implements Step<CheckQuality> {

    private final Decisions decisions;

    CheckQualityStep(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        ReviewDecision decision = standing(context);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "decisionWords",
                (decision.outcome() == Outcome.UPHELD ? "Upheld." : "Not upheld.") + "\n\n"
                        + decision.outcomeReason()
                        + (decision.measures().isEmpty()
                                ? ""
                                : "\n\n" + Words.lines(decision.measures().stream()
                                        .map(measure -> measure.name() + " " + measure.words())
                                        .toList()))
                        + (decision.proposal().reason() == null
                                ? ""
                                : "\n\nOtherwise than the findings propose: " + decision.proposal().reason()));
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, CheckQuality answers) {
        NotOwnWork.mustDiffer(
                context.person(),
                standing(context).decidedBy(),
                "You made this decision, so somebody else must check it. Give the step to another officer or the manager.");
        boolean sound = "YES".equals(answers.sound());
        new Faults()
                .when(!sound && Faults.blank(answers.checkNote()), "checkNote", "Say what has to be put right.")
                .refuseIfAny();
        decisions.check(context.caseReference(), sound, answers.checkNote(), context.person());
        return RoutingFacts.of("qualitySound", sound);
    }

    private ReviewDecision standing(StepContext context) {
        return decisions
                .current(context.caseReference())
                .orElseThrow(() -> new IllegalStateException("No decision on " + context.caseReference() + " is on the file"));
    }
}
