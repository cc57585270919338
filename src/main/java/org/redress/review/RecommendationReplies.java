package org.redress.review;

import java.time.LocalDate;
import org.redress.clock.Clocks;
import org.redress.kernel.Words;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the force answers to a recommendation: its reply, or a request for more time. */
@Service
public class RecommendationReplies {

    static final String REPLY_RECEIVED = "Message_ReplyReceived";
    static final String MORE_TIME_ASKED = "Message_MoreTimeAsked";

    private final Recommendations recommendations;
    private final RecommendationRows rows;
    private final Clocks clocks;
    private final Procedures procedures;
    private final ActRecord acts;

    RecommendationReplies(
            Recommendations recommendations, RecommendationRows rows, Clocks clocks, Procedures procedures, ActRecord acts) {
        this.recommendations = recommendations;
        this.rows = rows;
        this.clocks = clocks;
        this.procedures = procedures;
        this.acts = acts;
    }

    /**
     * Takes a reply that the force handed in.
     *
     * @throws RecommendationUnknown where the case has no such recommendation
     * @throws ReplyNotAwaited where it has been answered
     */
    @Transactional
    public void reply(String caseReference, long id, LocalDate receivedOn, ReplyAnswer answer, String text, String by) {
        RecommendationMade made = recommendations.find(caseReference, id);
        if (made.answer() != null) {
            throw new ReplyNotAwaited("Recommendation " + made.number() + " has been answered already. Add a note to the case.");
        }
        record(caseReference, made.number(), receivedOn, answer, text, by);
        procedures.tell(
                REPLY_RECEIVED,
                caseReference,
                RoutingFacts.of(Recommendations.NUMBER, made.number()),
                RoutingFacts.of("replyAnswer", answer));
    }

    /**
     * Takes a request of the force for more time.
     *
     * @throws ReplyNotAwaited where the time is over or the reply is in
     */
    @Transactional
    public void askMoreTime(String caseReference, long id, LocalDate askedOn, LocalDate until, String by) {
        RecommendationMade made = recommendations.find(caseReference, id);
        if (made.answer() != null || !inTime(caseReference, made.number(), askedOn)) {
            throw new ReplyNotAwaited("More time can only be asked for before the time for the reply is over.");
        }
        boolean waiting = procedures.tell(
                MORE_TIME_ASKED, caseReference, RoutingFacts.of(Recommendations.NUMBER, made.number()), RoutingFacts.none());
        if (!waiting) {
            throw new ReplyNotAwaited("A request for more time or a chaser is being worked on. Wait for our answer.");
        }
        moreTimeAsked(caseReference, made.number(), askedOn, until, by);
    }

    boolean inTime(String caseReference, int number, LocalDate day) {
        return clocks.dueOn(ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, number))
                .filter(due -> !day.isAfter(due))
                .isPresent();
    }

    @Transactional
    void record(String caseReference, int number, LocalDate receivedOn, ReplyAnswer answer, String text, String by) {
        rows.replied(caseReference, number, receivedOn, answer, text, by);
        clocks.end(ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, number), receivedOn, "The force replied", by);
        clocks.start(ReviewClocks.SENDING_ON.of(caseReference, number), receivedOn, "The force replied", by);
        acts.append(Act.of(caseReference, by, "RECEIVED_REPLY", "Reply to recommendation " + number + ": " + answer.words())
                .because(clocks.ground(ReviewClocks.RECOMMENDATION_REPLY)));
    }

    @Transactional
    void moreTimeAsked(String caseReference, int number, LocalDate askedOn, LocalDate until, String by) {
        rows.moreTimeAsked(recommendations.get(caseReference, number).id(), askedOn, until);
        acts.append(Act.of(caseReference, by, "ASKED_MORE_TIME", "The force asks for more time for its reply to recommendation "
                        + number + ", until " + Words.day(until))
                .because(clocks.ground(ReviewClocks.RECOMMENDATION_REPLY)));
    }

    /** @param newDay the new day, or null where refused */
    @Transactional
    void decideMoreTime(String caseReference, int number, LocalDate newDay, String reason, String by) {
        rows.moreTimeDecided(recommendations.get(caseReference, number).id(), newDay, reason, by);
        if (newDay != null) {
            clocks.extend(ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, number), newDay, "More time given", by);
        }
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_MORE_TIME",
                        newDay == null ? "More time for the reply refused" : "More time for the reply given until " + Words.day(newDay))
                .because(reason));
    }
}
