package org.redress.record;

import java.time.Instant;

/**
 * An act as it stands on the record.
 *
 * @param number its place in the chain, from 1 without gaps
 * @param details JSON text, or null after disposal
 * @param summary the sentence for the timeline, or null after disposal
 */
public record RecordedAct(
        long number,
        String caseReference,
        Instant at,
        String person,
        String action,
        String summary,
        String ground,
        String details) {}
