package org.redress.people;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How one person stands with one clearance.
 *
 * @param kind which clearance
 * @param state whether it holds today
 * @param validFrom its first day; null where none was granted
 * @param validUntil its last day; null where none was granted
 * @param note what was noted with it, or null
 * @param recordedBy the account that recorded it; null where nothing was
 * @param recordedAt when; null where nothing was
 */
public record Clearance(
        ClearanceKind kind,
        State state,
        LocalDate validFrom,
        LocalDate validUntil,
        String note,
        String recordedBy,
        Instant recordedAt) {

    /** Whether a clearance holds. */
    public enum State {
        /** It holds today. */
        VALID,
        /** Its last day has passed. */
        LAPSED,
        /** It was taken away before its last day. */
        WITHDRAWN,
        /** Nobody has recorded one. */
        MISSING
    }
}
