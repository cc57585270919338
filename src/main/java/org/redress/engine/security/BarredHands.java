package org.redress.engine.security;

import org.camunda.bpm.engine.TaskService;
import org.redress.engine.AsTheHouse;
import org.redress.people.PersonBarred;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Steps of a case go back to the group when whoever has them in hand turns out to have a conflict of interest. */
@Component
class BarredHands {

    private final TaskService tasks;
    private final AsTheHouse asTheHouse;

    BarredHands(TaskService tasks, AsTheHouse asTheHouse) {
        this.tasks = tasks;
        this.asTheHouse = asTheHouse;
    }

    /** At the end of the transaction: the step in which the conflict was reported is completed first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void letGo(PersonBarred barred) {
        asTheHouse.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(barred.caseReference())
                .taskAssignee(barred.account())
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), null)));
    }
}
