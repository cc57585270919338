package org.redress.retention;

import java.time.Instant;

/** A hold that stands: the case is kept until somebody lifts it. */
public record LegalHold(String caseReference, String reason, String setBy, Instant setAt) {}
