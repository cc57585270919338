package org.redress.review;

import java.time.LocalDate;

/** What the applicant answered to the question whether they withdraw. */
public record RecordWithdrawalReply(
        LocalDate receivedOn, Reply withdrawalReply, WithdrawalNotice.SignedBy signedBy, String replyText) {

    /** What can be answered. */
    public enum Reply {
        SIGNED,
        GOES_ON
    }
}
