package org.redress.review;

import java.util.Map;
import org.redress.kernel.Words;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ExplainRefusalStep implements Step<ExplainRefusal> {

    private final Refusals refusals;
    private final Determinations determinations;

    ExplainRefusalStep(Refusals refusals, Determinations determinations) {
        this.refusals = refusals;
        this.determinations = determinations;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "latenessWords",
                refusals.moreTimeRefused(context.caseReference())
                        .map(reason -> "The letter also gives the reasons of whoever refused more time, in their own words:\n\n" + reason)
                        .orElse(""),
                "codesWords",
                determinations
                        .latest(context.caseReference())
                        .map(determination -> Words.lines(determination.codes().stream()
                                .map(code -> code.code() + ": " + ValidityCode.words(code.code()))
                                .toList()))
                        .orElse(""));
    }

    @Override
    public RoutingFacts complete(StepContext context, ExplainRefusal answers) {
        new Faults()
                .whenBlank(answers.refusalReason(), "refusalReason", "Write the reasons for the applicant.")
                .refuseIfAny();
        refusals.refuse(context.caseReference(), answers.refusalReason(), context.person());
        return RoutingFacts.none();
    }
}
