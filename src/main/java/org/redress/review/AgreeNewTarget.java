package org.redress.review;

import java.time.LocalDate;

/** A new target for a review that has run past its own. */
public record AgreeNewTarget(LocalDate newTargetOn, String reason) {}
