package org.redress.casefile;

/** Told in the same transaction when a case has got people: at its opening and whenever somebody is added. */
public record CasePeopleChanged(String caseReference) {}
