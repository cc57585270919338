package org.redress.review;

/**
 * A reason why the review is for the IOPC (review.md table T2), with the fact that decides it.
 */
public enum Limb {
    LPB_IS_AUTHORITY("lpbIsAppropriateAuthority", "the local policing body is the appropriate authority"),
    SENIOR_OFFICER("seniorOfficer", "the complaint is about the conduct of a senior officer"),
    DISCIPLINE_OR_CRIME_NOT_RULED_OUT(
            "disciplineOrCrimeRuledOut",
            "from the complaint alone, criminal or disciplinary proceedings cannot be ruled out"),
    ARTICLE_2_OR_3_NOT_RULED_OUT(
            "article2Or3RuledOut",
            "from the complaint alone, an infringement of Article 2 or 3 of the Convention cannot be ruled out"),
    REFERRED("referredToIopc", "the complaint has been referred to the IOPC"),
    MUST_BE_REFERRED("mustBeReferred", "the complaint had to be referred to the IOPC"),
    TREATED_AS_REFERRED("treatedAsReferred", "the IOPC treats the complaint as referred"),
    SAME_INCIDENT("sameIncidentAsIopcComplaint", "it arises from the same incident as a complaint that is for the IOPC"),
    PART_FOR_IOPC("anyPartForIopc", "a part of the complaint is for the IOPC, and so the whole is");

    private final String fact;
    private final String words;

    Limb(String fact, String words) {
        this.fact = fact;
        this.words = words;
    }

    /** The name of the fact that decides this limb. */
    public String fact() {
        return fact;
    }

    public String words() {
        return words;
    }
}
