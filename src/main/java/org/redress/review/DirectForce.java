package org.redress.review;

/** Whether a direction that somebody else drafted is given, and why. */
public record DirectForce(String direct, String reason) {}
