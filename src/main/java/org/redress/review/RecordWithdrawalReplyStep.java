package org.redress.review;

import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class RecordWithdrawalReplyStep implements Step<RecordWithdrawalReply> {

    private final Withdrawals withdrawals;
    private final WithdrawalNotices notices;
    private final WithdrawalWords words;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    RecordWithdrawalReplyStep(
            Withdrawals withdrawals,
            WithdrawalNotices notices,
            WithdrawalWords words,
            Clocks clocks,
            ActRecord acts,
            Now now) {
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.words = words;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "withdrawalWords",
                words.of(context.caseReference(), withdrawals.get(context.caseReference(), context.number("noticeNumber"))),
                "receivedOn",
                now.today());
    }

    @Override
    public RoutingFacts complete(StepContext context, RecordWithdrawalReply answers) {
        String reference = context.caseReference();
        int number = context.number("noticeNumber");
        boolean signed = answers.withdrawalReply() == RecordWithdrawalReply.Reply.SIGNED;
        notices.replied(
                reference, number, answers.receivedOn(), answers.withdrawalReply().name(), answers.replyText(), context.person());
        if (clocks.isRunning(ReviewClocks.WITHDRAWAL_REPLY.of(reference, number))) {
            clocks.end(
                    ReviewClocks.WITHDRAWAL_REPLY.of(reference, number),
                    answers.receivedOn(),
                    "The applicant answered",
                    context.person());
        }
        acts.append(Act.of(
                reference,
                context.person(),
                "RECORDED_WITHDRAWAL_REPLY",
                signed ? "The withdrawal was confirmed by a signed notice" : "The applicant wants the review to go on"));
        if (signed) {
            WithdrawalNotice confirmed = new WithdrawalNotice(
                    answers.receivedOn(),
                    WithdrawalNotice.ReceivedBy.LPB,
                    withdrawals.get(reference, number).scope(),
                    true,
                    answers.signedBy(),
                    answers.replyText());
            withdrawals.take(reference, confirmed, context.person());
        }
        return RoutingFacts.none();
    }
}
