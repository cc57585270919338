package org.redress.record;

import java.time.Instant;

/**
 * An act as it stands on the record.
 *
 * @param number its place in the chain, from 1 without gaps
 * @param role the groups of the person when they acted, or null where the house itself acted
 * @param ground the provision or reason relied on, or null
 * @param details JSON text, or null after disposal
 * @param summary the sentence for the timeline, or null after disposal
 */
public record RecordedAct(
        long number,
        String caseReference,
        Instant at,
        String person,
        String role,
        String action,
        String summary,
        String ground,
        String details,
        String hash) {}
