package org.redress.review;

import java.util.Map;
import org.redress.clock.Now;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class RecordAnswerStep implements Step<RecordAnswer> {

    private final ApplicantAnswers answersGiven;
    private final Now now;

    RecordAnswerStep(ApplicantAnswers answersGiven, Now now) {
        this.answersGiven = answersGiven;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of("receivedOn", now.today());
    }

    @Override
    public RoutingFacts complete(StepContext context, RecordAnswer answers) {
        new Faults()
                .when(
                        Faults.blank(answers.answerText())
                                && Faults.blank(answers.lateReasons())
                                && !Boolean.TRUE.equals(answers.consentHeld()),
                        "answerText",
                        "Write what the applicant answered.")
                .refuseIfAny();
        answersGiven.add(
                context.caseReference(),
                answers.receivedOn(),
                answers.lateReasons(),
                Boolean.TRUE.equals(answers.consentHeld()) ? true : null,
                answers.answerText(),
                context.person());
        return RoutingFacts.none();
    }
}
