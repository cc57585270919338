package org.redress.desk;

/**
 * The applicant is told how the case is going.
 *
 * @param stage where the case stands, a code of its procedure
 * @param letterChecked that the person has read the letter
 */
public record UpdateApplicant(String stage, boolean letterChecked) {}
