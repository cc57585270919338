package org.redress.step;

/** Starts procedures and tells running ones what has happened, in the transaction of the caller. */
public interface Procedures {

    /**
     * Starts a procedure for a case.
     *
     * @param process the process id, for example {@code StatutoryReview}
     * @param caseReference the business key
     * @param facts the facts that the procedure begins with
     */
    void start(String process, String caseReference, RoutingFacts facts);

    /**
     * Tells a running procedure that something happened.
     *
     * @param message the message's name in the diagram, for example {@code Message_AnswerReceived}
     * @return whether the procedure was waiting for it; where not, nothing changed
     */
    boolean tell(String message, String caseReference, RoutingFacts facts);

    /**
     * Tells one of several running procedures of a case that something happened.
     *
     * @param which a fact that only the procedure meant holds, for example {@code recommendationNumber} 2
     * @return whether the procedure was waiting for it; where not, nothing changed
     */
    boolean tell(String message, String caseReference, RoutingFacts which, RoutingFacts facts);

    /** Lets every procedure of a case that is under way know facts; where none is under way, nothing happens. */
    void know(String caseReference, RoutingFacts facts);
}
