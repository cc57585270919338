package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class PassToOtherBodyStep implements Step<PassToOtherBody> {

    private final Refusals refusals;
    private final ReviewLetters reviewLetters;
    private final CaseFiles cases;
    private final Now now;

    PassToOtherBodyStep(Refusals refusals, ReviewLetters reviewLetters, CaseFiles cases, Now now) {
        this.refusals = refusals;
        this.reviewLetters = reviewLetters;
        this.cases = cases;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        CaseFile file = cases.get(context.caseReference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("passedOn", now.today());
        if (!Faults.blank(file.force())) {
            shown.put("otherBody", "the local policing body for " + file.force());
        }
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, PassToOtherBody answers) {
        String reference = context.caseReference();
        refusals.passOn(
                reference, answers.otherBody(), answers.passedOn(), "EMAIL", "Sch 3 para 30(2); practice", context.person());
        reviewLetters.issueStandard(reference, LetterPurpose.OTHER_BODY, context.person());
        return RoutingFacts.none();
    }
}
