package org.redress.people;

/** Told in the same transaction when a person may no longer touch a case. */
public record PersonBarred(String caseReference, String account, String reason, String by) {}
