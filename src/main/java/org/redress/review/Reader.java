package org.redress.review;

import org.redress.casefile.PartyRole;
import org.redress.letter.Addressee;

/** A kind of reader of an outcome letter. Reasons are written for the complainant, and otherwise where another needs it. */
public enum Reader {
    COMPLAINANT("the complainant"),
    FORCE("the force"),
    SUBJECT("the person complained against"),
    INTERESTED("the interested persons");

    private final String words;

    Reader(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Reader of(Addressee.Role role) {
        return switch (role) {
            case APPLICANT -> COMPLAINANT;
            case FORCE, OTHER_BODY -> FORCE;
            case PERSON_COMPLAINED_AGAINST -> SUBJECT;
            case INTERESTED_PERSON -> INTERESTED;
        };
    }

    static Reader of(PartyRole role) {
        return switch (role) {
            case APPLICANT, COMPLAINANT, JOINT_COMPLAINANT, REPRESENTATIVE -> COMPLAINANT;
            case PERSON_COMPLAINED_AGAINST -> SUBJECT;
            case INTERESTED_PERSON -> INTERESTED;
        };
    }
}
