package org.redress.review;

import org.redress.casefile.PartyRole;

/** What people are to a review, as far as Java speaks of it. {@code review.yml} declares what staff call them. */
public final class ReviewParties {

    public static final PartyRole APPLICANT = new PartyRole("APPLICANT");

    /** The complainant behind an applicant who applied for them. */
    public static final PartyRole COMPLAINANT = new PartyRole("COMPLAINANT");

    /** PRA section 21: not the complainant, but with a right to be kept informed. */
    public static final PartyRole INTERESTED_PERSON = new PartyRole("INTERESTED_PERSON");

    public static final PartyRole PERSON_COMPLAINED_AGAINST = new PartyRole("PERSON_COMPLAINED_AGAINST");

    /** Complains together with the applicant, and hears what the applicant hears. */
    public static final PartyRole JOINT_COMPLAINANT = new PartyRole("JOINT_COMPLAINANT");

    /** Acts for somebody else on the file: what is meant for that person goes to them. */
    public static final PartyRole REPRESENTATIVE = new PartyRole("REPRESENTATIVE");

    private ReviewParties() {}
}
