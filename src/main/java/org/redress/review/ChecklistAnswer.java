package org.redress.review;

/** An answer to one question of the assessment checklist. */
public enum ChecklistAnswer {
    YES,
    NO,
    NOT_APPLICABLE
}
