package org.redress.review;

import org.redress.step.Faults;

/**
 * Reasons as each kind of reader gets them.
 *
 * @param complainant for the complainant, and for every reader for whom nothing else is written
 * @param force for the force, or null where it reads the complainant's
 * @param subject for the person complained against, or null
 * @param interested for interested persons, or null
 */
public record Reasons(String complainant, String force, String subject, String interested) {

    /** What this kind of reader reads. */
    public String of(Reader reader) {
        String own = own(reader);
        return Faults.blank(own) ? complainant : own;
    }

    /** Whether this kind of reader reads what was written for the complainant. */
    boolean isBorrowedBy(Reader reader) {
        return reader != Reader.COMPLAINANT && Faults.blank(own(reader));
    }

    private String own(Reader reader) {
        return switch (reader) {
            case COMPLAINANT -> complainant;
            case FORCE -> force;
            case SUBJECT -> subject;
            case INTERESTED -> interested;
        };
    }
}
