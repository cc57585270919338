package org.redress.review.letters;

/**
 * One thing that the force is asked to do.
 *
 * @param code the measure, {@code P1} to {@code P11}
 * @param text what exactly, in the decision-maker's words, or null where the measure says it all
 */
public record MeasureAsked(String code, String text) {}
