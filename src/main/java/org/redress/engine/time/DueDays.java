package org.redress.engine.time;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.redress.clock.DueDayMoved;
import org.redress.engine.AsTheHouse;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks and waiting timers when a due day moves, in the transaction that moved it. What a task or timer is
 * due by, the diagram says; here the same expression is asked again.
 */
@Component
class DueDays {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsTheHouse asTheHouse;

    DueDays(
            ProcessEngineConfigurationImpl engine,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsTheHouse asTheHouse) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asTheHouse = asTheHouse;
    }

    @EventListener
    void moved(DueDayMoved event) {
        asTheHouse.run(() -> {
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(event.caseReference())
                    .active()
                    .list()) {
                moveTask(task.getId());
            }
            if (event.to() != null) {
                moveTimers(event);
            }
        });
    }

    private void moveTask(String taskId) {
        engine.getCommandExecutorTxRequired().execute((Command<Void>) context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            // what the same transaction has interrupted is still in the database, and its case is out of reach
            if (task == null || context.getDbEntityManager().isDeleted(task)) {
                return null;
            }
            TaskDefinition definition = task.getTaskDefinition();
            task.setDueDate(date(definition.getDueDateExpression(), task));
            task.setFollowUpDate(date(definition.getFollowUpDateExpression(), task));
            setPriority(task, definition.getPriorityExpression());
            return null;
        });
    }

    /**
     * Priorities rise as days go by, without anything else happening. Asked often, for a changed day must show soon after
     * midnight in London wherever the server stands; nothing is written while nothing changes.
     */
    @Scheduled(initialDelayString = "${redress.priorities.every:PT10M}", fixedDelayString = "${redress.priorities.every:PT10M}")
    void raisePriorities() {
        asTheHouse.run(() -> tasks.createTaskQuery().active().list().forEach(task -> engine.getCommandExecutorTxRequired()
                .execute((Command<Void>) context -> {
                    TaskEntity open = context.getTaskManager().findTaskById(task.getId());
                    if (open != null) {
                        setPriority(open, open.getTaskDefinition().getPriorityExpression());
                    }
                    return null;
                })));
    }

    private static void setPriority(TaskEntity task, Expression expression) {
        if (expression == null) {
            return;
        }
        int priority = ((Number) expression.getValue(task.getExecution())).intValue();
        if (priority != task.getPriority()) {
            task.setPriority(priority);
        }
    }

    private static Date date(Expression expression, TaskEntity task) {
        return expression == null ? null : (Date) expression.getValue(task.getExecution());
    }

    private void moveTimers(DueDayMoved event) {
        List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(event.caseReference())
                .active()
                .list();
        for (ProcessInstance instance : instances) {
            for (Job timer : management.createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                if (waitsFor(timer, event)) {
                    management.recalculateJobDuedate(timer.getId(), false);
                }
            }
        }
    }

    /** A timer names its clock in the diagram, for example {@code ${clocks.due(caseReference, 'PAPERS')}}. */
    private boolean waitsFor(Job timer, DueDayMoved event) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getJobConfiguration()
                .contains("'" + event.clock().name() + "'");
    }
}
