package org.redress.clock;

/** Names of clocks that the house declares, for tests. */
final class TestClocks {

    static final ClockName APPLICATION_PERIOD = new ClockName("APPLICATION_PERIOD");
    static final ClockName ACKNOWLEDGEMENT = new ClockName("ACKNOWLEDGEMENT");
    static final ClockName VALIDITY = new ClockName("VALIDITY");
    static final ClockName ANSWER_FROM_APPLICANT = new ClockName("ANSWER_FROM_APPLICANT");
    static final ClockName PAPERS = new ClockName("PAPERS");
    static final ClockName DECISION_TARGET = new ClockName("DECISION_TARGET");
    static final ClockName CLOSING = new ClockName("CLOSING");
    static final ClockName RECOMMENDATION_REPLY = new ClockName("RECOMMENDATION_REPLY");
    static final ClockName PROGRESS_UPDATE = new ClockName("PROGRESS_UPDATE");
    static final ClockName WITHDRAWAL_REPLY = new ClockName("WITHDRAWAL_REPLY");

    static final ClockName SENDING_ON = new ClockName("SENDING_ON");
    static final ClockName TAKING_UP = new ClockName("TAKING_UP");
    static final ClockName PAPERS_CHASE = new ClockName("PAPERS_CHASE");
    static final ClockName RAISED_CASE = new ClockName("RAISED_CASE");

    private TestClocks() {}
}
