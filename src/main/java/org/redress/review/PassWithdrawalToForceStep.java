package org.redress.review;

import java.util.Map;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class PassWithdrawalToForceStep implements Step<PassWithdrawalToForce> {

    private final Withdrawals withdrawals;
    private final WithdrawalNotices notices;
    private final WithdrawalWords words;
    private final ActRecord acts;
    private final Now now;

    PassWithdrawalToForceStep(
            Withdrawals withdrawals, WithdrawalNotices notices, WithdrawalWords words, ActRecord acts, Now now) {
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.words = words;
        this.acts = acts;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "withdrawalWords",
                words.of(context.caseReference(), withdrawals.get(context.caseReference(), context.number("noticeNumber"))),
                "passedOn",
                now.today());
    }

    @Override
    public RoutingFacts complete(StepContext context, PassWithdrawalToForce answers) {
        String reference = context.caseReference();
        int number = context.number("noticeNumber");
        NoticeOnFile notice = withdrawals.get(reference, number);
        new Faults()
                .when(
                        answers.passedOn().isBefore(notice.receivedOn()),
                        "passedOn",
                        "Enter a day on or after " + Words.day(notice.receivedOn()) + ", when the notice came.")
                .refuseIfAny();
        notices.passedOn(reference, number, answers.passedOn(), answers.howPassed(), context.person());
        acts.append(Act.of(reference, context.person(), "PASSED_ON_WITHDRAWAL", "Notice of withdrawal passed to the force")
                .because("reg 38(1): only what the force receives withdraws a complaint"));
        return RoutingFacts.none();
    }
}
