package org.redress.review;

import java.time.LocalDate;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** The day by which the chief officer's reply to a recommendation is expected, and what a new one must keep to. */
@Component
class ReplyDay {

    private final Clocks clocks;
    private final Now now;

    ReplyDay(Clocks clocks, Now now) {
        this.clocks = clocks;
        this.now = now;
    }

    /** The day that is set, today where none is. */
    LocalDate of(String caseReference, int recommendation) {
        return clocks.dueOn(ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, recommendation)).orElse(now.today());
    }

    /** A new day gives more time: it lies after today and after the day that was set before. */
    Faults faultsOf(LocalDate newReplyDay, String caseReference, int recommendation) {
        boolean later = newReplyDay.isAfter(now.today()) && newReplyDay.isAfter(of(caseReference, recommendation));
        return new Faults().when(!later, "newReplyDay", "Enter a day after today and after the day that was set before.");
    }
}
