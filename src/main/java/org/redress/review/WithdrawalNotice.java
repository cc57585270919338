package org.redress.review;

import java.time.LocalDate;

/**
 * A notice of withdrawal as it came in (reg 38, reg 39).
 *
 * @param signedBy null where nobody signed
 * @param text what it says, or null
 */
public record WithdrawalNotice(
        LocalDate receivedOn, ReceivedBy receivedBy, Scope scope, boolean signed, SignedBy signedBy, String text) {

    /** Who received the notice. */
    public enum ReceivedBy {
        FORCE,
        LPB
    }

    /** What is withdrawn. */
    public enum Scope {
        COMPLAINT,
        REVIEW
    }

    /** Who signed. */
    public enum SignedBy {
        COMPLAINANT,
        SOLICITOR,
        AGENT
    }

    /** Whether the force must have it first: only what the force has received withdraws a complaint (8.1, 8.8). */
    public boolean forForce() {
        return scope == Scope.COMPLAINT && receivedBy == ReceivedBy.LPB;
    }

    /** Whether it ends the review by itself: signed, and of the review itself (8.9) or received by the force (8.1, 8.8). */
    boolean endsByItself() {
        return signed && !forForce();
    }

    /** What came, in words for the record. */
    String words() {
        return (signed ? "Signed" : "Unsigned") + " notice of withdrawal received by the "
                + (receivedBy == ReceivedBy.FORCE ? "force" : "local policing body");
    }
}
