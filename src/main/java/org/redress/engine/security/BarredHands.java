package org.redress.engine.security;

import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestricted;
import org.redress.engine.AsTheHouse;
import org.redress.people.Allocation;
import org.redress.people.ClearanceChanged;
import org.redress.people.Clearances;
import org.redress.people.PersonBarred;
import org.redress.people.PersonLeft;
import org.redress.people.StaffDirectory;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Steps go back to the group when whoever has them in hand may not hold them any longer: a conflict of interest, a
 * restriction to others, a clearance that has lapsed, an account that is gone.
 */
@Component
class BarredHands {

    private static final String THE_HOUSE = "redress";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Allocation allocation;
    private final Clearances clearances;
    private final StaffDirectory staff;
    private final ActRecord acts;
    private final AsTheHouse asTheHouse;

    BarredHands(
            ProcessEngine engine,
            CaseAccess access,
            CaseFiles cases,
            Allocation allocation,
            Clearances clearances,
            StaffDirectory staff,
            ActRecord acts,
            AsTheHouse asTheHouse) {
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.access = access;
        this.cases = cases;
        this.allocation = allocation;
        this.clearances = clearances;
        this.staff = staff;
        this.acts = acts;
        this.asTheHouse = asTheHouse;
    }

    /** At the end of the transaction: the step in which the conflict was reported is completed first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void letGo(PersonBarred barred) {
        putBack(barred.caseReference(), barred.account()::equals);
    }

    /** Before the rights are settled, so that nobody keeps a right by having a step in hand. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void letGo(CaseRestricted restricted) {
        String reference = restricted.caseReference();
        putBack(reference, account -> !access.mayKnow(reference, account));
        allocation
                .caseworkerOf(reference)
                .filter(account -> !access.mayKnow(reference, account))
                .ifPresent(account -> allocation.release(reference));
    }

    @EventListener
    void letGo(PersonLeft left) {
        putAllBack(left.account(), left.fullName() + " has no account any more.");
    }

    @EventListener
    void letGo(ClearanceChanged changed) {
        if (clearances.appliedSince().isPresent()) {
            staff.caseStaff().forEach(member -> clearances
                    .refusal(member.account())
                    .ifPresent(why -> putAllBack(member.account(), why)));
        }
    }

    private void putBack(String reference, Predicate<String> whose) {
        asTheHouse.run(() -> tasks.createTaskQuery().processInstanceBusinessKey(reference).taskAssigned().list().stream()
                .filter(task -> whose.test(task.getAssignee()))
                .forEach(task -> tasks.setAssignee(task.getId(), null)));
    }

    private void putAllBack(String account, String why) {
        asTheHouse.run(() -> tasks.createTaskQuery().taskAssignee(account).list().forEach(task -> {
            tasks.setAssignee(task.getId(), null);
            String reference = caseOf(task);
            if (reference != null && cases.find(reference).isPresent()) {
                cases.note(reference, "The step “" + task.getName() + "” went back to its group. " + why, THE_HOUSE);
            }
        }));
        allocation.releaseAllOf(account).forEach(reference -> acts.append(
                Act.of(reference, THE_HOUSE, "RELEASED_CASE", "The case is in nobody's hands. " + why)));
    }

    private String caseOf(Task task) {
        ProcessInstance instance =
                runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }
}
