package org.redress.review;

/** The groups that work reviews, as far as Java speaks of them. {@code review.yml} declares what they are called and are there for. */
public final class ReviewGroups {

    /** Police Complaint Reviews Caseworkers (grade 7). */
    public static final String CASEWORKERS = "caseworkers";

    /** Police Complaint Reviews Officers (grade 6). */
    public static final String OFFICERS = "reviews-officers";

    /** Police Complaint Reviews Managers (grade 5). */
    public static final String MANAGERS = "reviews-managers";

    private ReviewGroups() {}
}
