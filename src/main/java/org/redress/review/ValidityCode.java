package org.redress.review;

/** The validity codes of review.md table T4 in words. What fires them is for the table Validity to say. */
public enum ValidityCode {
    V1("the applicant is not the complainant and no written consent is held"),
    V2("the complaint was not recorded under Schedule 3"),
    V3("the investigation was directed or independent"),
    V4("the investigator reported early and no later report followed"),
    V5("the matter is not a complaint"),
    V6("the force has not given a final outcome"),
    V7("the rules before 1 February 2020 apply"),
    V8("the review is for the IOPC"),
    V9("the review is for another local policing body"),
    V10("the application is out of time"),
    V11("the complaint or the application was withdrawn"),
    V12("contents are missing"),
    V13("the same outcome has been reviewed already");

    private final String words;

    ValidityCode(String words) {
        this.words = words;
    }

    /** What a code of the table means. */
    public static String words(String code) {
        return valueOf(code).words;
    }
}
