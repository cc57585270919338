package org.redress.desk;

import java.util.List;
import java.util.Map;
import org.redress.kernel.Words;
import org.redress.letter.LetterView;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class ApproveLettersStep implements Step<ApproveLetters> {

    private final CaseLetters letters;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;

    ApproveLettersStep(CaseLetters letters, ActRecord acts, ApplicationEventPublisher events) {
        this.letters = letters;
        this.acts = acts;
        this.events = events;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        List<LetterView> shown = letters.of(context.caseReference(), purpose(context));
        String names = Words.lines(letters.notForReaders(context.caseReference(), purpose(context)));
        return Map.of(
                "lettersWords",
                Words.lines(shown.stream().map(LateLetters::words).toList()),
                "namesWords",
                names.isEmpty() ? "Nothing." : names,
                "newLetters",
                LateLetters.options(shown));
    }

    @Override
    public RoutingFacts complete(StepContext context, ApproveLetters answers) {
        boolean approved = "YES".equals(answers.approved());
        new Faults()
                .when(!approved && Faults.blank(answers.amendments()), "amendments", "Say what has to be put right.")
                .refuseIfAny();
        if (approved) {
            letters.renew(context.caseReference(), purpose(context));
            mayGoOut(context, answers);
            letters.approve(context.caseReference(), purpose(context), context.person(), answers.namesMayStay());
            events.publishEvent(new LettersApproved(context.caseReference(), purpose(context), context.person()));
        } else {
            acts.append(Act.of(context.caseReference(), context.person(), "SENT_BACK_LETTERS", "Letters sent back to be put right")
                    .with(Map.of("amendments", answers.amendments())));
        }
        return RoutingFacts.of("lettersApproved", approved);
    }

    private void mayGoOut(StepContext context, ApproveLetters answers) {
        Faults faults = new Faults();
        LateLetters.mustBeRead(letters.of(context.caseReference(), purpose(context)), answers.lettersRead(), faults);
        if (Faults.blank(answers.namesMayStay())) {
            letters.notForReaders(context.caseReference(), purpose(context)).forEach(found -> faults.when(
                    true, "namesMayStay", found + ". Send the letters back, or say why it may stay."));
        }
        faults.refuseIfAny();
    }

    static String purpose(StepContext context) {
        return context.text("letterPurpose");
    }
}
