package org.redress.review;

import org.redress.clock.ClockName;

/** The clocks of a review that Java speaks of. {@code review.yml} declares what they are called and where their numbers come from. */
public final class ReviewClocks {

    public static final ClockName ACKNOWLEDGEMENT = new ClockName("ACKNOWLEDGEMENT");
    public static final ClockName VALIDITY = new ClockName("VALIDITY");
    public static final ClockName ANSWER_FROM_APPLICANT = new ClockName("ANSWER_FROM_APPLICANT");
    public static final ClockName PAPERS = new ClockName("PAPERS");
    public static final ClockName DECISION_TARGET = new ClockName("DECISION_TARGET");
    public static final ClockName CLOSING = new ClockName("CLOSING");
    public static final ClockName RECOMMENDATION_REPLY = new ClockName("RECOMMENDATION_REPLY");
    public static final ClockName WITHDRAWAL_REPLY = new ClockName("WITHDRAWAL_REPLY");
    public static final ClockName SENDING_ON = new ClockName("SENDING_ON");
    public static final ClockName TAKING_UP = new ClockName("TAKING_UP");
    public static final ClockName PAPERS_CHASE = new ClockName("PAPERS_CHASE");

    private ReviewClocks() {}
}
