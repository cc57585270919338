package org.redress.engine.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestricted;
import org.redress.engine.AsTheHouse;
import org.redress.engine.accounts.AtStart;
import org.redress.people.ConflictSetAside;
import org.redress.people.Conflicts;
import org.redress.people.GroupsChanged;
import org.redress.people.PersonBarred;
import org.redress.people.PersonLeft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps {@link CaseRights} right when a restriction, a conflict of interest or a group changes, and makes them where a start finds none. */
@Component
class CaseRightsSettled implements AtStart {

    private static final String WITHOUT_RIGHTS =
            """
            select e.id_ from act_ru_execution e where e.id_ = e.proc_inst_id_ and not exists (
              select 1 from act_ru_authorization a where a.resource_type_ = 8 and a.resource_id_ = e.id_)
            """;

    /** Cases that were hidden from somebody before a conflict of interest took the rights too. */
    private static final String HIDDEN_WITH_RIGHTS_OF_GROUPS =
            """
            select distinct c.case_reference from app.conflict_of_interest c
            join act_hi_procinst i on i.business_key_ = c.case_reference
            join act_ru_authorization a on a.resource_type_ = 20 and a.resource_id_ = i.id_ and a.group_id_ is not null
            where c.lifted_at is null
            """;

    private final ProcessEngine engine;
    private final CaseRights rights;
    private final ObjectProvider<CaseFiles> cases;
    private final ObjectProvider<Conflicts> conflicts;
    private final JdbcTemplate database;
    private final AsTheHouse asTheHouse;

    CaseRightsSettled(
            ProcessEngine engine,
            CaseRights rights,
            ObjectProvider<CaseFiles> cases,
            ObjectProvider<Conflicts> conflicts,
            JdbcTemplate database,
            AsTheHouse asTheHouse) {
        this.engine = engine;
        this.rights = rights;
        this.cases = cases;
        this.conflicts = conflicts;
        this.database = database;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public int order() {
        return 40;
    }

    /** Instances that were started before there were rights on single ones. */
    @Override
    public void setUp() {
        database.queryForList(WITHOUT_RIGHTS, String.class).forEach(instance -> {
            settleInstance(instance);
            engine.getTaskService().createTaskQuery().processInstanceId(instance).list().forEach(this::settleTask);
        });
        database.queryForList(HIDDEN_WITH_RIGHTS_OF_GROUPS, String.class).forEach(this::settle);
    }

    /** Steps in the hands of people who are not named go back first; then everything of the case gets the right holders. */
    @EventListener
    void settle(CaseRestricted restricted) {
        settle(restricted.caseReference());
    }

    /** At the end of the transaction: the step in which the conflict came up is completed and given back first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void settle(PersonBarred barred) {
        settle(barred.caseReference());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void settle(ConflictSetAside setAside) {
        settle(setAside.caseReference());
    }

    /** At the end of the transaction: the engine knows the new membership only then. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void settle(GroupsChanged changed) {
        Set<String> hidden = new TreeSet<>(cases.getObject().restrictedTo(changed.account()));
        hidden.addAll(conflicts.getObject().hiddenCases());
        hidden.forEach(this::settle);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void forget(PersonLeft left) {
        database.update("delete from act_ru_authorization where user_id_ = ? and resource_type_ in (7, 8, 20)", left.account());
    }

    private void settle(String reference) {
        asTheHouse.run(() -> {
            engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().forEach(this::settleTask);
            engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(reference).list()
                    .forEach(instance -> settleInstance(instance.getId()));
            List<HistoricProcessInstance> over = engine.getHistoryService().createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .finished()
                    .list();
            over.forEach(instance -> inTheEngine(context -> {
                rights.settleHistory(reference, instance.getId(), instance.getRootProcessInstanceId());
                return null;
            }));
        });
    }

    private void settleTask(Task task) {
        inTheEngine(context -> {
            TaskEntity open = context.getTaskManager().findTaskById(task.getId());
            if (open != null) {
                rights.settle(open, open.getAssignee());
            }
            return null;
        });
    }

    private void settleInstance(String id) {
        inTheEngine(context -> {
            ExecutionEntity instance = context.getExecutionManager().findExecutionById(id);
            if (instance != null) {
                rights.settle(instance);
            }
            return null;
        });
    }

    private void inTheEngine(Command<Void> work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(work);
    }
}
