package org.redress.desk;

import java.util.Map;
import org.redress.kernel.Words;
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
        return Map.of(
                "lettersWords",
                Words.lines(letters.of(context.caseReference(), purpose(context)).stream()
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
            letters.renew(context.caseReference(), purpose(context));
            letters.approve(context.caseReference(), purpose(context), context.person());
            events.publishEvent(new LettersApproved(context.caseReference(), purpose(context), context.person()));
        } else {
            acts.append(Act.of(context.caseReference(), context.person(), "SENT_BACK_LETTERS", "Letters sent back to be put right")
                    .with(Map.of("amendments", answers.amendments())));
        }
        return RoutingFacts.of("lettersApproved", approved);
    }

    static String purpose(StepContext context) {
        return context.text("letterPurpose");
    }
}
