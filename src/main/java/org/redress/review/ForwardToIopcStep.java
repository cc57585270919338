package org.redress.review;

import java.time.LocalDate;
import java.util.Map;
import org.redress.casefile.CaseFiles;
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
    private final CaseFiles cases;
    private final WithdrawalWords withdrawalWords;
    private final Now now;

    ForwardToIopcStep(Refusals refusals, ReviewLetters reviewLetters, CaseFiles cases, WithdrawalWords withdrawalWords, Now now) {
        this.refusals = refusals;
        this.reviewLetters = reviewLetters;
        this.cases = cases;
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
        LocalDate received = now.londonDay(cases.get(reference).receivedAt());
        new Faults()
                .when(answers.forwardedOn().isAfter(now.today()), "forwardedOn", "Enter a day that is not in the future.")
                .when(
                        answers.forwardedOn().isBefore(received),
                        "forwardedOn",
                        "Enter a day on or after " + Words.day(received) + ", when the application came.")
                .refuseIfAny();
        refusals.passOn(
                reference, "the IOPC", answers.forwardedOn(), answers.howForwarded(), "Sch 3 para 32(2)", context.person());
        reviewLetters.issueStandard(reference, LetterPurpose.FORWARDING, context.person());
        return RoutingFacts.none();
    }
}
