package org.redress.review;

import java.time.LocalDate;

/** The new day that a chaser names. */
public record ChaseReply(LocalDate newReplyDay) {}
