package org.redress.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.DecisionTables;
import org.redress.step.Faults;
import org.redress.step.Option;
import org.redress.step.Proposal;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideOutcomeStep implements Step<DecideOutcome> {

    private final Decisions decisions;
    private final Findings findings;
    private final Determinations determinations;
    private final DecisionTables tables;
    private final ReadersWords readersWords;
    private final Now now;

    DecideOutcomeStep(
            Decisions decisions,
            Findings findings,
            Determinations determinations,
            DecisionTables tables,
            ReadersWords readersWords,
            Now now) {
        this.decisions = decisions;
        this.findings = findings;
        this.determinations = determinations;
        this.tables = tables;
        this.readersWords = readersWords;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Map<String, Object> shown = new HashMap<>();
        Outcome proposed = proposed(context);
        shown.put("outcome", proposed.name());
        shown.put("proposedOutcomeWords", proposed == Outcome.UPHELD ? "Upheld" : "Not upheld");
        shown.put(
                "findingsWords",
                Words.lines(findings.of(context.caseReference()).stream()
                        .map(found -> "Allegation " + found.number() + ": " + found.finding().words())
                        .toList()));
        shown.put(
                "availableMeasures",
                available(context.caseReference()).stream()
                        .map(measure -> new Option(measure.name() + " " + measure.words(), measure.name()))
                        .toList());
        decisions.current(context.caseReference()).ifPresent(earlier -> {
            shown.put("outcome", earlier.outcome().name());
            shown.put("measures", earlier.measures().stream().map(Enum::name).toList());
            shown.put("recommendationText", earlier.recommendationText());
            shown.put("outcomeReason", earlier.outcomeReason());
            shown.put("reasonForForce", earlier.reasons().force());
            shown.put("reasonForSubject", earlier.reasons().subject());
            shown.put("reasonForInterested", earlier.reasons().interested());
            if (earlier.checkNote() != null) {
                shown.put("checkWords", "Sent back by the quality check: " + earlier.checkNote());
            }
        });
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideOutcome answers) {
        String reference = context.caseReference();
        Proposal<Outcome> decision = Proposal.of(proposed(context))
                .decide(answers.outcome(), answers.departureReason(), context.person(), now.instant());
        boolean upheld = answers.outcome() == Outcome.UPHELD;
        Faults faults = new Faults();
        List<Measure> measures = ChosenMeasures.accept(answers.outcome(), answers.measures(), available(reference), faults);
        readersWords.check(reference, answers.reasons(), faults);
        if (decision.differs()) {
            readersWords.checkForAll(reference, answers.departureReason(), "departureReason", faults);
        }
        faults.whenBlank(answers.outcomeReason(), "outcomeReason", "Write the reason in words the complainant can follow.")
                .whenUnexplained(decision, "", "Every outcome letter tells them.")
                .refuseIfAny();
        decisions.decide(reference, decision, answers, measures);
        return RoutingFacts.of("outcome", answers.outcome())
                .and("path", (upheld ? ReviewPaths.REVIEW_UPHELD : ReviewPaths.REVIEW_NOT_UPHELD).name());
    }

    /** What the table proposes now; worked out afresh, for a diagram's variable may be older than the findings. */
    private Outcome proposed(StepContext context) {
        List<Map<String, Object>> result = tables.evaluate(
                "ReviewOutcome",
                context.caseReference(),
                Map.of("notReasonableCount", findings.notReasonableCount(context.caseReference())));
        return Outcome.valueOf(result.get(0).get("outcome").toString());
    }

    private List<Measure> available(String caseReference) {
        Determination determination = determinations
                .latest(caseReference)
                .orElseThrow(() -> new IllegalStateException("Nothing has been determined for " + caseReference));
        return tables
                .evaluate(
                        "AvailableMeasures",
                        caseReference,
                        Map.of("route", determination.route(), "reviewBody", determination.reviewBody()))
                .stream()
                .map(row -> Measure.valueOf(row.get("measure").toString()))
                .toList();
    }
}
