package org.redress.review;

/** Why there is no review, in words for the applicant. */
public record ExplainRefusal(String refusalReason) {}
