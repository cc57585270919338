package org.redress.review.letters;

import java.time.LocalDate;

/**
 * Which complaint a letter is about, without a name and without its story.
 *
 * @param forceName for example {@code Metropolitan Police Service}, or null where we do not know it
 * @param forceReference the force's own reference, or null where we do not know it
 * @param madeOn the day the complaint was made, or null where we do not know it
 * @param outcomeLetterDate the date of the force's outcome letter, or null where we do not know it
 */
public record ComplaintReference(
        String forceName, String forceReference, LocalDate madeOn, LocalDate outcomeLetterDate) {}
