package org.redress.casefile;

/** Told in the same transaction when a case was restricted, when other people were named, and when the restriction was lifted. */
public record CaseRestricted(String caseReference) {}
