package org.redress.casefile;

/** Where a case stands, seen from the desk. */
public enum CaseState {
    OPEN,
    WAITING_FOR_APPLICANT,
    WAITING_FOR_FORCE,
    CLOSED
}
