package org.redress.review;

import java.util.Set;
import org.redress.casefile.PartyRole;
import org.redress.letter.Addressee;

/** A kind of reader of an outcome letter. Reasons are written for the complainant, and otherwise where another needs it. */
public enum Reader {
    COMPLAINANT("the complainant"),
    FORCE("the force"),
    SUBJECT("the person complained against"),
    INTERESTED("the interested persons");

    private static final Set<PartyRole> WHO_COMPLAINED =
            Set.of(ReviewParties.APPLICANT, ReviewParties.COMPLAINANT, ReviewParties.JOINT_COMPLAINANT);

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
        if (WHO_COMPLAINED.contains(role)) {
            return COMPLAINANT;
        }
        // a representative for themselves; for whom they act, the letter's part says
        return role.equals(ReviewParties.PERSON_COMPLAINED_AGAINST) ? SUBJECT : INTERESTED;
    }
}
