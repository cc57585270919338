package org.redress.review;

import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ApproveLettersStep implements Step<ApproveLetters> {

    private final ReviewLetters reviewLetters;
    private final ProgressUpdates progressUpdates;
    private final NewAllegations newAllegations;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    ApproveLettersStep(
            ReviewLetters reviewLetters,
            ProgressUpdates progressUpdates,
            NewAllegations newAllegations,
            Clocks clocks,
            ActRecord acts,
            Now now) {
        this.reviewLetters = reviewLetters;
        this.progressUpdates = progressUpdates;
        this.newAllegations = newAllegations;
        this.clocks = clocks;
        this.now = now;
        this.acts = acts;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "lettersWords",
                Words.lines(reviewLetters.of(context.caseReference(), purpose(context)).stream()
                        .map(letter -> letter.kind() + " " + letter.kind().label() + ", to "
                                + letter.to().name())
                        .toList()));
    }

    @Override
    public RoutingFacts complete(StepContext context, ApproveLetters answers) {
        boolean approved = "YES".equals(answers.approved());
        new Faults()
                .when(!approved && Faults.blank(answers.amendments()), "amendments", "Say what has to be put right.")
                .refuseIfAny();
        if (approved) {
            reviewLetters.renew(context.caseReference(), purpose(context));
            reviewLetters.approve(context.caseReference(), purpose(context), context.person());
            if (purpose(context).equals(LetterPurpose.OUTCOME)) {
                endReview(context);
            }
        } else {
            acts.append(Act.of(context.caseReference(), context.person(), "SENT_BACK_LETTERS", "Letters sent back to be put right")
                    .with(Map.of("amendments", answers.amendments())));
        }
        return RoutingFacts.of("lettersApproved", approved);
    }

    private void endReview(StepContext context) {
        String reference = context.caseReference();
        clocks.end(
                reference,
                ReviewClocks.DECISION_TARGET,
                now.today(),
                "The outcome letters are approved",
                "Our own target; the law sets no number of days (9.4)",
                context.person());
        newAllegations.of(reference).stream()
                .filter(found -> found.passedOn() == null)
                .forEach(found -> newAllegations.passedOn(
                        reference, found.number(), now.today(), "LETTER", context.person()));
        progressUpdates.over(reference, "The outcome letters are approved", context.person());
        clocks.start(
                reference, ReviewClocks.CLOSING, now.today(), "The outcome letters are approved", "Practice", context.person());
    }

    static LetterPurpose purpose(StepContext context) {
        return new LetterPurpose(context.text("letterPurpose"));
    }
}
