package org.redress.people;

/** Told in the same transaction when a person may touch a case again. */
public record ConflictSetAside(String caseReference, String account) {}
