package org.redress.retention;

import java.time.Instant;

/**
 * A hold that stands: the case is kept until somebody lifts it.
 *
 * @param id tells it from an earlier hold on the same case
 */
public record LegalHold(long id, String caseReference, String reason, String setBy, Instant setAt) {}
