package org.redress.casefile;

import java.time.Instant;

/**
 * A question that a step asked and no record takes, as it was asked and answered.
 *
 * @param step the step's name in the diagram
 * @param answer in words, or null where it was left empty
 * @param by the account of the person who completed the step
 */
public record RecordedAnswer(String step, String question, String answer, String by, Instant at) {}
