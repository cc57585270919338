package org.redress.review;

import java.time.Instant;
import java.time.LocalDate;
import org.redress.review.WithdrawalNotice.Scope;

/**
 * A notice of withdrawal as it stands on the file.
 *
 * @param number counted from 1 in the case
 * @param passedOn the day we passed it to the force, or null
 * @param takenAsWithdrawn whether a person decided that the silence after it is a withdrawal
 */
public record NoticeOnFile(
        int number, WithdrawalNotice notice, LocalDate passedOn, boolean takenAsWithdrawn, String handedInBy, Instant handedInAt) {

    /** Whether the notice ends the review: it does so by itself, or a person decided so (8.7). */
    public boolean ends() {
        return takenAsWithdrawn || notice.endsByItself();
    }

    public boolean forForce() {
        return notice.forForce();
    }

    public LocalDate receivedOn() {
        return notice.receivedOn();
    }

    public Scope scope() {
        return notice.scope();
    }

    public boolean signed() {
        return notice.signed();
    }
}
