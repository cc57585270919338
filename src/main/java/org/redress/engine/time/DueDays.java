package org.redress.engine.time;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.redress.clock.DueDayMoved;
import org.redress.clock.Now;
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
    private final Now now;

    DueDays(
            ProcessEngineConfigurationImpl engine,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsTheHouse asTheHouse,
            Now now) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asTheHouse = asTheHouse;
        this.now = now;
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
                if (!event.to().isBefore(now.today())) {
                    setSpentTimersAgain(event);
                }
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
        for (ProcessInstance instance : instances(event)) {
            for (Job timer : management.createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                if (waitsFor(timer.getJobDefinitionId(), event) && stillWaits(timer)) {
                    management.recalculateJobDuedate(timer.getId(), false);
                }
            }
        }
    }

    private boolean stillWaits(Job timer) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            JobEntity job = context.getJobManager().findJobById(timer.getId());
            return job != null && !context.getDbEntityManager().isDeleted(job);
        });
    }

    /** A timer that fired on the old day, and whose step still waits, watches the new day too. */
    private void setSpentTimersAgain(DueDayMoved event) {
        engine.getCommandExecutorTxRequired().execute((Command<Void>) context -> {
            for (ProcessInstance instance : instances(event)) {
                for (ExecutionEntity waiting :
                        context.getExecutionManager().findExecutionsByProcessInstanceId(instance.getId())) {
                    if (context.getDbEntityManager().isDeleted(waiting)) {
                        continue;
                    }
                    spentTimers(waiting).stream()
                            .filter(timer -> waitsFor(timer.getJobDefinitionId(), event))
                            .forEach(timer -> timer.createTimerInstance(waiting));
                }
            }
            return null;
        });
    }

    private static List<TimerDeclarationImpl> spentTimers(ExecutionEntity waiting) {
        boolean stepWithEvents = waiting.getParentId() != null
                && waiting.getActivity() != null
                && waiting.getActivity().isScope()
                && waiting.getExecutions().isEmpty();
        return stepWithEvents
                ? TimerDeclarationImpl.getDeclarationsForScope(waiting.getActivity()).values().stream()
                        .filter(timer -> waiting.getJobs().stream()
                                .noneMatch(job -> timer.getJobDefinitionId().equals(job.getJobDefinitionId())))
                        .toList()
                : List.of();
    }

    private List<ProcessInstance> instances(DueDayMoved event) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(event.caseReference())
                .active()
                .list();
    }

    /** A timer names its clock in the diagram, for example {@code ${clocks.due(caseReference, 'PAPERS')}}. */
    private boolean waitsFor(String timer, DueDayMoved event) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer)
                .singleResult()
                .getJobConfiguration()
                .contains("'" + event.clock().name() + "'");
    }
}
