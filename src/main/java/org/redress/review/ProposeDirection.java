package org.redress.review;

import java.time.LocalDate;

/** A direction to the chief officer as it is drafted. */
public record ProposeDirection(String steps, String reason, LocalDate newReplyDay) {}
