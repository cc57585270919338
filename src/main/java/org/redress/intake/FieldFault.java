package org.redress.intake;

/**
 * One field that is wrong.
 *
 * @param field its place, for example {@code applicant.fullName}
 * @param message what is wrong and what to do
 */
public record FieldFault(String field, String message) {}
