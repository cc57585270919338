package org.redress.review;

import java.util.Map;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ForwardToIopcStep implements Step<ForwardToIopc> {

    private final Refusals refusals;
    private final ReviewLetters reviewLetters;
    private final WithdrawalWords withdrawalWords;
    private final Now now;

    ForwardToIopcStep(Refusals refusals, ReviewLetters reviewLetters, WithdrawalWords withdrawalWords, Now now) {
        this.refusals = refusals;
        this.reviewLetters = reviewLetters;
        this.withdrawalWords = withdrawalWords;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "forwardedOn",
                now.today(),
                "withdrawalWords",
                refusals.withdrawal(context.caseReference())
                        .map(notice -> withdrawalWords.of(context.caseReference(), notice))
                        .orElse("- No notice of withdrawal is on the file"));
    }

    @Override
    public RoutingFacts complete(StepContext context, ForwardToIopc answers) {
        String reference = context.caseReference();
        refusals.passOn(
                reference, "the IOPC", answers.forwardedOn(), answers.howForwarded(), "Sch 3 para 32(2)", context.person());
        reviewLetters.issueStandard(reference, LetterPurpose.FORWARDING, context.person());
        return RoutingFacts.none();
    }
}
