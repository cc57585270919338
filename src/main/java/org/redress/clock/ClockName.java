package org.redress.clock;

/** The clocks of a review. How long each runs is data: see {@link ClockRules}. */
public enum ClockName {

    /** The 28 days for applying, which count backwards: how many were used when the application was made. */
    APPLICATION_PERIOD("Time for applying"),
    /** Acknowledging the application. */
    ACKNOWLEDGEMENT("Acknowledgement"),
    /** Testing who must review and whether in time, up to the decision where the application goes. */
    VALIDITY("Decision on validity"),
    /** The applicant's answer to a question of ours. */
    ANSWER_FROM_APPLICANT("Answer from the applicant"),
    /** The papers from the force. */
    PAPERS("Papers from the force"),
    /** Our own target for the decision. */
    DECISION_TARGET("Target for the decision"),
    /** Learning, Centurion and the closing of the file once the outcome is out. */
    CLOSING("Closing the file"),
    /** The force's reply to a recommendation. */
    RECOMMENDATION_REPLY("Reply to the recommendation"),
    /** Telling the applicant how the review is going. */
    PROGRESS_UPDATE("Progress update"),
    /** The applicant's answer to whether the complaint is withdrawn. */
    WITHDRAWAL_REPLY("Answer about the withdrawal"),
    /** Sending the reply to a recommendation on to those who may see it. */
    SENDING_ON("Sending the reply on"),
    /** Taking up what the force does not accept. */
    TAKING_UP("Taking up a refusal"),
    /** How long the force is given when its papers are chased and no day is named; never runs by itself. */
    PAPERS_CHASE("Time given by a chase"),
    /** The answer of an officer or manager to whom a case was raised. */
    RAISED_CASE("Answer to what was raised"),
    /** What becomes of a letter that did not leave, or may not have. */
    LETTER_OWED("Settling a letter that did not leave");

    private final String words;

    ClockName(String words) {
        this.words = words;
    }

    /** The clock's name as staff say it. */
    public String words() {
        return words;
    }
}
