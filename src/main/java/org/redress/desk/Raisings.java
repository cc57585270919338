package org.redress.desk;

import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Component;

/** Puts what was raised before the officers or the manager: one step for each of them and case, which shows what comes later too. */
@Component
class Raisings {

    static final String OVER = "Message_ConcernOver";
    /** What tells the raisings of one case apart: 1 to the officers, 2 to the manager; also the subject of their clock. */
    static final String NUMBER = "concernNumber";

    private static final String PROCEDURE = "RaisedCase";

    private final AttentionRecord record;
    private final Escalations escalations;
    private final ProcedureOf procedureOf;
    private final Procedures procedures;
    private final Clocks clocks;
    private final Now now;

    Raisings(
            AttentionRecord record,
            Escalations escalations,
            ProcedureOf procedureOf,
            Procedures procedures,
            Clocks clocks,
            Now now) {
        this.record = record;
        this.escalations = escalations;
        this.procedureOf = procedureOf;
        this.procedures = procedures;
        this.clocks = clocks;
        this.now = now;
    }

    static Told told(int number) {
        return number == 1 ? Told.OFFICER : Told.MANAGER;
    }

    /** Begins the step where something waits for an answer and none is there yet. */
    void raise(String caseReference, Told told) {
        int number = told == Told.OFFICER ? 1 : 2;
        boolean waits = clocks.isRunning(DeskClocks.RAISED_CASE.of(caseReference, number));
        if (waits || record.raised(caseReference, told(number)).isEmpty()) {
            return;
        }
        clocks.start(DeskClocks.RAISED_CASE.of(caseReference, number), now.today(), "Something was raised", "redress");
        procedures.start(
                PROCEDURE,
                caseReference,
                escalations.asRouting(caseReference)
                        .and(NUMBER, number)
                        .and("handlingGroup", procedureOf.staff(caseReference).group(told(number))));
    }

    void takenUp(String caseReference, int number, String by) {
        clocks.end(DeskClocks.RAISED_CASE.of(caseReference, number), now.today(), "Taken up", by);
    }

    void dropWhatIsOver(String caseReference) {
        for (int number = 1; number <= 2; number++) {
            if (clocks.isRunning(DeskClocks.RAISED_CASE.of(caseReference, number))
                    && record.raised(caseReference, told(number)).isEmpty()) {
                procedures.tell(OVER, caseReference, RoutingFacts.of(NUMBER, number), RoutingFacts.none());
                clocks.cancel(
                        DeskClocks.RAISED_CASE.of(caseReference, number), now.today(), "There is nothing left to take up", "redress");
            }
        }
    }
}
