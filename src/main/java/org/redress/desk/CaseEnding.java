package org.redress.desk;

/**
 * What a case asks of its people is over, also where it waits only for its letters. Published in the transaction that ends
 * it, once when the case begins to wait and once when it is closed.
 */
public record CaseEnding(String caseReference) {}
