package org.redress.review;

import org.redress.casefile.CasePath;

/** The paths of a review that Java speaks of. {@code review.yml} declares what they are called and how long the file is kept. */
public final class ReviewPaths {

    public static final CasePath FORWARD_TO_IOPC = new CasePath("FORWARD_TO_IOPC");
    public static final CasePath OTHER_BODY = new CasePath("OTHER_BODY");
    public static final CasePath OLD_RULES = new CasePath("OLD_RULES");
    public static final CasePath NOT_VALID = new CasePath("NOT_VALID");
    public static final CasePath WITHDRAWN = new CasePath("WITHDRAWN");
    public static final CasePath ASK_APPLICANT = new CasePath("ASK_APPLICANT");

    /** Stands only while a review is on foot. */
    public static final CasePath REVIEW = new CasePath("REVIEW");

    public static final CasePath REVIEW_NOT_UPHELD = new CasePath("REVIEW_NOT_UPHELD");
    public static final CasePath REVIEW_UPHELD = new CasePath("REVIEW_UPHELD");

    private ReviewPaths() {}
}
