package org.redress.review;

import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** Keeps everyone who is not named from the steps of a restricted case. */
@Component
class RestrictionBar implements TaskBar {

    private final CaseFiles cases;

    RestrictionBar(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        return cases.find(context.caseReference())
                .filter(CaseFile::restricted)
                .filter(file -> !cases.allowed(file.reference()).contains(context.person()))
                .map(file -> "This case is restricted to named people. Ask the manager to give the step to one of them.");
    }
}
