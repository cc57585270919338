package org.redress.review;

import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AskAboutWithdrawalStep implements Step<AskAboutWithdrawal> {

    private final Withdrawals withdrawals;
    private final WithdrawalWords words;
    private final ReviewLetters reviewLetters;
    private final Clocks clocks;
    private final Now now;

    AskAboutWithdrawalStep(
            Withdrawals withdrawals, WithdrawalWords words, ReviewLetters reviewLetters, Clocks clocks, Now now) {
        this.withdrawals = withdrawals;
        this.words = words;
        this.reviewLetters = reviewLetters;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "withdrawalWords",
                words.of(context.caseReference(), withdrawals.get(context.caseReference(), context.number("noticeNumber"))));
    }

    @Override
    public RoutingFacts complete(StepContext context, AskAboutWithdrawal answers) {
        String reference = context.caseReference();
        reviewLetters.issueStandard(reference, LetterPurpose.WITHDRAWAL, context.person());
        clocks.start(
                ReviewClocks.WITHDRAWAL_REPLY.of(reference, context.number("noticeNumber")),
                now.today(),
                "The applicant was asked whether this is a withdrawal",
                context.person());
        return RoutingFacts.none();
    }
}
