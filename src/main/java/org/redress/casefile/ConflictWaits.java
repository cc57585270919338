package org.redress.casefile;

/**
 * Told in the same transaction when a conflict of interest waits for a second person.
 *
 * @param account who would be kept away
 * @param group the group of whom nobody else could see the case
 */
public record ConflictWaits(String caseReference, String account, String group) {}
