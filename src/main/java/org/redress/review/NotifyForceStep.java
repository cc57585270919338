package org.redress.review;

import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.LateLetters;
import org.redress.kernel.Words;
import org.redress.letter.LetterView;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class NotifyForceStep implements Step<NotifyForce> {

    private final ReviewLetters reviewLetters;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Now now;

    NotifyForceStep(ReviewLetters reviewLetters, CaseFiles cases, Clocks clocks, Now now) {
        this.reviewLetters = reviewLetters;
        this.cases = cases;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        // somebody may have been added to the case since the notices were drafted
        List<LetterView> notices = reviewLetters.of(context.caseReference(), LetterPurpose.NOTICE);
        return Map.of(
                "recipientsWords",
                Words.lines(notices.stream()
                        .map(letter -> letter.kind() + " " + letter.kind().label() + ": " + letter.to().name())
                        .toList()),
                "newLetters",
                LateLetters.options(notices));
    }

    @Override
    public RoutingFacts complete(StepContext context, NotifyForce answers) {
        String reference = context.caseReference();
        Faults faults = new Faults();
        LateLetters.mustBeRead(reviewLetters.of(reference, LetterPurpose.NOTICE), answers.lettersRead(), faults);
        faults.refuseIfAny();
        reviewLetters.issueStandard(reference, LetterPurpose.NOTICE, context.person());
        clocks.start(ReviewClocks.PAPERS.of(reference), now.today(), "The papers were asked for", context.person());
        cases.moveTo(reference, CaseState.WAITING_FOR_FORCE);
        return RoutingFacts.none();
    }
}
