package org.redress.review;

import java.time.LocalDate;
import java.util.Locale;
import org.redress.clock.ClockAddress;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we make of a reply, or of silence: chased, directed, sent on, taken up. */
@Component
class RepliesFollowedUp {

    private final Recommendations recommendations;
    private final RecommendationRows rows;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    RepliesFollowedUp(Recommendations recommendations, RecommendationRows rows, Clocks clocks, ActRecord acts, Now now) {
        this.recommendations = recommendations;
        this.rows = rows;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
    }

    @Transactional
    void chased(String caseReference, int number, LocalDate newDay, String by) {
        rows.chased(caseReference, number);
        extend(caseReference, number, newDay, "Chased; the force was given until then", by);
        acts.append(Act.of(caseReference, by, "CHASED_REPLY", "Reply to recommendation " + number + " chased"));
    }

    @Transactional
    void directionProposed(String caseReference, int number, String steps, String reason, LocalDate day, String by) {
        rows.directionProposed(caseReference, number, steps, reason, day, by);
        acts.append(Act.of(caseReference, by, "PROPOSED_DIRECTION", "Direction to the chief officer drafted")
                .because("PRA s.15(2A)-(2C)"));
    }

    @Transactional
    void directionDecided(String caseReference, int number, boolean given, String reason, String by) {
        LocalDate day = recommendations.get(caseReference, number).proposedDay();
        if (given) {
            rows.directed(caseReference, number);
        }
        extend(caseReference, number, day, given ? "Directed to answer" : "Taken up without a direction", by);
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_DIRECTION",
                        given ? "Direction to the chief officer given (PRA s.15)" : "No direction given")
                .because(reason));
    }

    @Transactional
    void sentOn(String caseReference, int number, String to, String sharedText, String withholdReason, String by) {
        endIfRunning(ReviewClocks.SENDING_ON.of(caseReference, number), "The reply was dealt with", by);
        if (recommendations.get(caseReference, number).answer() != ReplyAnswer.ACCEPTED) {
            clocks.start(
                    ReviewClocks.TAKING_UP.of(caseReference, number), now.today(), "The force does not accept all of it", by);
        }
        rows.sentOn(caseReference, number, to, sharedText, withholdReason, by);
        acts.append(Act.of(caseReference, by, "SENT_REPLY_ON", "Reply to recommendation " + number + " sent on: "
                        + to.toLowerCase(Locale.ROOT))
                .because(withholdReason));
    }

    @Transactional
    void takenUp(String caseReference, int number, String text, String by) {
        endIfRunning(ReviewClocks.TAKING_UP.of(caseReference, number), "The refusal was taken up", by);
        rows.takenUp(caseReference, number, text, by);
        acts.append(Act.of(caseReference, by, "TOOK_UP_REFUSAL", "Refusal of recommendation " + number + " taken up with the force"));
    }

    private void extend(String caseReference, int number, LocalDate newDay, String what, String by) {
        clocks.extend(ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, number), newDay, what, by);
    }

    /** Recommendations from before these clocks came have none. */
    private void endIfRunning(ClockAddress clock, String what, String by) {
        if (clocks.isRunning(clock)) {
            clocks.end(clock, now.today(), what, by);
        }
    }
}
