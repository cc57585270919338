package org.redress.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.retention.RetentionRule;
import org.redress.retention.RetentionRules;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class CloseCaseStep implements Step<CloseCase> {

    private final CaseFiles cases;
    private final List<ClosingBar> bars;
    private final ActRecord acts;
    private final RetentionRules retention;
    private final OwedLetters owedLetters;

    CloseCaseStep(
            CaseFiles cases, List<ClosingBar> bars, ActRecord acts, RetentionRules retention, OwedLetters owedLetters) {
        this.cases = cases;
        this.bars = bars;
        this.acts = acts;
        this.retention = retention;
        this.owedLetters = owedLetters;
    }

    /** How long the file will be kept, before the person closes it. */
    @Override
    public Map<String, Object> show(StepContext context) {
        String path = context.text("path");
        return Map.of(
                "retentionWords",
                Optional.ofNullable(path)
                        .flatMap(end -> retention.find(context.caseReference(), new CasePath(end)))
                        .map(RetentionRule::words)
                        .orElse("How long the file is kept follows from how the case ends."));
    }

    @Override
    public RoutingFacts complete(StepContext context, CloseCase answers) {
        List<String> owed = owedLetters.of(context.caseReference());
        Faults faults = new Faults()
                .when(
                        !owed.isEmpty(),
                        null,
                        "This case still owes a letter: " + String.join("; ", owed)
                                + ". Do the step \"" + OwedLetters.STEP_NAME + "\" first, then close the case.");
        bars.forEach(bar -> bar.refusal(context.caseReference()).ifPresent(why -> faults.when(true, null, why)));
        faults.refuseIfAny();
        if (!Faults.blank(answers.closingNote())) {
            cases.note(context.caseReference(), answers.closingNote(), context.person());
        }
        acts.append(Act.of(context.caseReference(), context.person(), "UPDATED_CENTURION", "Centurion updated"));
        return RoutingFacts.none();
    }
}
