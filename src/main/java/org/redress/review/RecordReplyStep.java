package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import org.redress.clock.Now;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class RecordReplyStep implements Step<RecordReply> {

    private final RecommendationWords words;
    private final RecommendationReplies replies;
    private final Now now;

    RecordReplyStep(RecommendationWords words, RecommendationReplies replies, Now now) {
        this.words = words;
        this.replies = replies;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Map<String, Object> shown = new HashMap<>(words.shown(context));
        shown.put("receivedOn", now.today());
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, RecordReply answers) {
        String reference = context.caseReference();
        int number = context.number(Recommendations.NUMBER);
        boolean reply = answers.replyKind() == RecordReply.Kind.REPLY;
        new Faults()
                .when(
                        !reply && !replies.inTime(reference, number, answers.receivedOn()),
                        "replyKind",
                        "More time can only be asked for before the time is over. Chase the force instead.")
                .refuseIfAny();
        if (reply) {
            replies.record(
                    reference, number, answers.receivedOn(), answers.replyAnswer(), answers.replyText(), context.person());
        } else {
            replies.moreTimeAsked(
                    reference, number, answers.receivedOn(), answers.moreTimeUntil(), context.person());
        }
        return RoutingFacts.of("replyKind", answers.replyKind()).and("replyAnswer", reply ? answers.replyAnswer() : null);
    }
}
