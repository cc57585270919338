package org.redress.casefile;

/** What a person is to the case. */
public enum PartyRole {
    APPLICANT("Applicant"),
    COMPLAINANT("Complainant"),
    /** Complains together with the applicant, and hears what the applicant hears. */
    JOINT_COMPLAINANT("Joint complainant"),
    /** Acts for somebody else on the file: what is meant for that person goes to them. */
    REPRESENTATIVE("Representative"),
    /** PRA section 21: not the complainant, but with a right to be kept informed. */
    INTERESTED_PERSON("Interested person"),
    PERSON_COMPLAINED_AGAINST("Person complained against");

    private final String words;

    PartyRole(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
