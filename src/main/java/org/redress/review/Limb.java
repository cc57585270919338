package org.redress.review;

/**
 * A reason why the review is for the IOPC (review.md table T2), with the fact that decides it. Its words stand beside its
 * rule in the table {@code ReviewBodyLimbs}; {@link ReviewBodyReasons} reads them there.
 */
public enum Limb {
    LPB_IS_AUTHORITY("lpbIsAppropriateAuthority"),
    SENIOR_OFFICER("seniorOfficer"),
    DISCIPLINE_OR_CRIME_NOT_RULED_OUT("disciplineOrCrimeRuledOut"),
    ARTICLE_2_OR_3_NOT_RULED_OUT("article2Or3RuledOut"),
    REFERRED("referredToIopc"),
    MUST_BE_REFERRED("mustBeReferred"),
    TREATED_AS_REFERRED("treatedAsReferred"),
    SAME_INCIDENT("sameIncidentAsIopcComplaint"),
    PART_FOR_IOPC("anyPartForIopc");

    private final String fact;

    Limb(String fact) {
        this.fact = fact;
    }

    /** The name of the fact that decides this limb. */
    public String fact() {
        return fact;
    }
}
