package org.redress.desk;

/**
 * The letters of a purpose may go. Published in the transaction that approves them.
 *
 * @param by the account that approved them
 */
public record LettersApproved(String caseReference, String purpose, String by) {}
