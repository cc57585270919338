package org.redress.review;

import java.util.List;
import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.LetterView;
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
        List<LetterView> letters = reviewLetters.of(context.caseReference(), purpose(context));
        String names = Words.lines(reviewLetters.notForReaders(context.caseReference(), purpose(context)));
        return Map.of(
                "lettersWords",
                Words.lines(letters.stream().map(LateLetters::words).toList()),
                "namesWords",
                names.isEmpty() ? "Nothing." : names,
                "newLetters",
                LateLetters.options(letters));
    }

    @Override
    public RoutingFacts complete(StepContext context, ApproveLetters answers) {
        boolean approved = "YES".equals(answers.approved());
        new Faults()
                .when(!approved && Faults.blank(answers.amendments()), "amendments", "Say what has to be put right.")
                .refuseIfAny();
        if (approved) {
            reviewLetters.renew(context.caseReference(), purpose(context));
            mayGoOut(context, answers);
            reviewLetters.approve(context.caseReference(), purpose(context), context.person(), answers.namesMayStay());
            if (purpose(context) == LetterPurpose.OUTCOME) {
                endReview(context);
            }
        } else {
            acts.append(Act.of(context.caseReference(), context.person(), "SENT_BACK_LETTERS", "Letters sent back to be put right")
                    .with(Map.of("amendments", answers.amendments())));
        }
        return RoutingFacts.of("lettersApproved", approved);
    }

    private void mayGoOut(StepContext context, ApproveLetters answers) {
        Faults faults = new Faults();
        LateLetters.mustBeRead(
                reviewLetters.of(context.caseReference(), purpose(context)), answers.lettersRead(), faults);
        if (Faults.blank(answers.namesMayStay())) {
            reviewLetters.notForReaders(context.caseReference(), purpose(context)).forEach(found -> faults.when(
                    true, "namesMayStay", found + ". Send the letters back, or say why it may stay."));
        }
        faults.refuseIfAny();
    }

    private void endReview(StepContext context) {
        String reference = context.caseReference();
        clocks.end(ReviewClocks.DECISION_TARGET.of(reference), now.today(), "The outcome letters are approved", context.person());
        newAllegations.of(reference).stream()
                .filter(found -> found.passedOn() == null)
                .forEach(found -> newAllegations.passedOn(
                        reference, found.number(), now.today(), "LETTER", context.person()));
        progressUpdates.over(reference, "The outcome letters are approved", context.person());
        clocks.start(ReviewClocks.CLOSING.of(reference), now.today(), "The outcome letters are approved", context.person());
    }

    static LetterPurpose purpose(StepContext context) {
        return LetterPurpose.valueOf(context.text("letterPurpose"));
    }
}
