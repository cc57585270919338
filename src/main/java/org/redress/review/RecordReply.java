package org.redress.review;

import java.time.LocalDate;

/** What came from the force about a recommendation: its reply, or a request for more time. */
public record RecordReply(
        LocalDate receivedOn, Kind replyKind, ReplyAnswer replyAnswer, String replyText, LocalDate moreTimeUntil) {

    /** What can come. */
    public enum Kind {
        REPLY,
        MORE_TIME
    }
}
