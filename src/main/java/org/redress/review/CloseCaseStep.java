package org.redress.review;

import org.redress.casefile.CaseFiles;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class CloseCaseStep implements Step<CloseCase> {

    private final CaseFiles cases;
    private final NewAllegations newAllegations;
    private final ActRecord acts;

    CloseCaseStep(CaseFiles cases, NewAllegations newAllegations, ActRecord acts) {
        this.cases = cases;
        this.newAllegations = newAllegations;
        this.acts = acts;
    }

    @Override
    public RoutingFacts complete(StepContext context, CloseCase answers) {
        new Faults()
                .when(
                        newAllegations.of(context.caseReference()).stream().anyMatch(found -> found.passedOn() == null),
                        null,
                        "The force does not have every new allegation yet. Pass it on from the case page first.")
                .refuseIfAny();
        if (!Faults.blank(answers.closingNote())) {
            cases.note(context.caseReference(), answers.closingNote(), context.person());
        }
        acts.append(Act.of(context.caseReference(), context.person(), "UPDATED_CENTURION", "Centurion updated"));
        return RoutingFacts.none();
    }
}
