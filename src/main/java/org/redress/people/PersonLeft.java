package org.redress.people;

/**
 * Told in the same transaction when an account is removed.
 *
 * @param account the account that is gone
 * @param fullName the name that colleagues knew; the record keeps it
 */
public record PersonLeft(String account, String fullName) {}
