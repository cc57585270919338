package org.redress.review;

import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.CaseEnding;
import org.redress.desk.LettersApproved;
import org.redress.desk.ProgressUpdates;
import org.redress.kind.Kinds;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows for a review, in the same transaction, when the desk approves its outcome or ends the case. */
@Component
class ReviewEnds {

    private final Kinds kinds;
    private final ProgressUpdates progressUpdates;
    private final NewAllegations newAllegations;
    private final Clocks clocks;
    private final Procedures procedures;
    private final Now now;

    ReviewEnds(
            Kinds kinds,
            ProgressUpdates progressUpdates,
            NewAllegations newAllegations,
            Clocks clocks,
            Procedures procedures,
            Now now) {
        this.kinds = kinds;
        this.progressUpdates = progressUpdates;
        this.newAllegations = newAllegations;
        this.clocks = clocks;
        this.procedures = procedures;
        this.now = now;
    }

    /** With the outcome the review is decided, the force has every new allegation, and only closing is left. */
    @EventListener
    void approved(LettersApproved event) {
        String reference = event.caseReference();
        boolean review = kinds.ofReference(reference).code().equals(Applications.KIND);
        if (!review || !event.purpose().equals(LetterPurpose.OUTCOME.name())) {
            return;
        }
        clocks.end(ReviewClocks.DECISION_TARGET.of(reference), now.today(), "The outcome letters are approved", event.by());
        newAllegations.of(reference).stream()
                .filter(found -> found.passedOn() == null)
                .forEach(found -> newAllegations.passedOn(reference, found.number(), now.today(), "LETTER", event.by()));
        progressUpdates.over(reference, "The outcome letters are approved", event.by());
        clocks.start(ReviewClocks.CLOSING.of(reference), now.today(), "The outcome letters are approved", event.by());
    }

    /** A question about a withdrawal need not be answered any more. */
    @EventListener
    void ends(CaseEnding event) {
        procedures.tell(Withdrawals.QUESTION_SETTLED, event.caseReference(), RoutingFacts.none());
    }
}
