package org.redress.review;

import java.util.Map;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideOnSilenceStep implements Step<DecideOnSilence> {

    private final Withdrawals withdrawals;
    private final WithdrawalWords words;

    DecideOnSilenceStep(Withdrawals withdrawals, WithdrawalWords words) {
        this.withdrawals = withdrawals;
        this.words = words;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "withdrawalWords",
                words.of(context.caseReference(), withdrawals.get(context.caseReference(), context.number("noticeNumber"))));
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideOnSilence answers) {
        new Faults()
                .whenBlank(answers.reason(), "reason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        withdrawals.decideOnSilence(
                context.caseReference(),
                context.number("noticeNumber"),
                answers.silenceMeans() == DecideOnSilence.Meaning.WITHDRAWN,
                answers.reason(),
                context.person());
        return RoutingFacts.none();
    }
}
