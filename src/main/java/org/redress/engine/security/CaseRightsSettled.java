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
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestricted;
import org.redress.engine.AsTheHouse;
import org.redress.engine.accounts.AtStart;
import org.redress.kind.Kind;
import org.redress.people.ConflictSetAside;
import org.redress.people.Conflicts;
import org.redress.people.Groups;
import org.redress.people.GroupsChanged;
import org.redress.people.PersonBarred;
import org.redress.people.PersonLeft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps {@link CaseRights} right when a restriction, a conflict of interest or a group changes, and at a start where they are from before. */
@Component
class CaseRightsSettled implements AtStart {

    /** Steps that were begun before there were rights on single ones. */
    private static final String WITHOUT_RIGHTS =
            """
            select t.id_ from act_ru_task t where t.proc_inst_id_ is not null and not exists (
              select 1 from act_ru_authorization a where a.resource_type_ = 7 and a.resource_id_ = t.id_)
            """;

    /** Cases that were hidden before managers had one right on all: without this, that right would open them. */
    private static final String HIDDEN_AND_OPEN_TO_MANAGERS =
            """
            with hidden (reference) as (
              select reference from app.case_file where restricted
              union
              select case_reference from app.conflict_of_interest where lifted_at is null)
            select distinct reference from hidden join act_hi_procinst i on i.business_key_ = reference
            where not exists (
              select 1 from act_ru_authorization a where a.type_ = 2 and a.resource_type_ = 20 and a.resource_id_ = i.id_)
            """;

    /** Cases from before there was another kind of them, whose managers would see these. */
    private static final String OPEN_TO_ALL_MANAGERS =
            """
            select distinct i.business_key_ from act_hi_procinst i where i.business_key_ is not null and not exists (
              select 1 from act_ru_authorization a where a.type_ = 2 and a.resource_type_ = 20 and a.resource_id_ = i.id_)
            """;

    /** The rights of managers on single tasks and instances, from before they had one on all. */
    private static final String ONE_BY_ONE =
            """
            delete from act_ru_authorization where type_ = 1 and group_id_ = ? and resource_id_ <> '*'
            and (resource_type_ in (8, 20) or resource_type_ = 7 and perms_ = ?)
            """;

    private final ProcessEngine engine;
    private final CaseRights rights;
    private final ObjectProvider<CaseFiles> cases;
    private final ObjectProvider<Conflicts> conflicts;
    private final JdbcTemplate database;
    private final Groups groups;
    private final AsTheHouse asTheHouse;

    CaseRightsSettled(
            ProcessEngine engine,
            CaseRights rights,
            ObjectProvider<CaseFiles> cases,
            ObjectProvider<Conflicts> conflicts,
            JdbcTemplate database,
            Groups groups,
            AsTheHouse asTheHouse) {
        this.engine = engine;
        this.rights = rights;
        this.cases = cases;
        this.conflicts = conflicts;
        this.database = database;
        this.groups = groups;
        this.asTheHouse = asTheHouse;
    }

    /** Before {@link EngineRightsAtStart}: what is hidden must be taken out of the right on all when that is given. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public void setUp() {
        database.queryForList(HIDDEN_AND_OPEN_TO_MANAGERS, String.class).forEach(this::settle);
        if (groups.with(Kind.Part.MANAGER).size() > 1) {
            database.queryForList(OPEN_TO_ALL_MANAGERS, String.class).stream()
                    .filter(reference -> !rights.managersOfOthers(reference).isEmpty())
                    .forEach(this::settle);
        }
        database.queryForList(WITHOUT_RIGHTS, String.class).forEach(this::settleTask);
        groups.with(Kind.Part.MANAGER).forEach(group -> database.update(ONE_BY_ONE, group, CaseRights.LOOK_AFTER));
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
            engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().forEach(task -> settleTask(task.getId()));
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

    private void settleTask(String id) {
        inTheEngine(context -> {
            TaskEntity open = context.getTaskManager().findTaskById(id);
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
