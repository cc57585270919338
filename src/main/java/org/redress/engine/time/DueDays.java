package org.redress.engine.time;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
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
import org.redress.step.AttentionChanged;
import org.redress.step.StepPriorities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks and waiting timers when a due day moves, in the transaction that moved it. What a task or timer is
 * due by, the diagram says; here the same expression is asked again.
 */
@Component
class DueDays {

    private static final Logger LOG = LoggerFactory.getLogger(DueDays.class);

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsTheHouse asTheHouse;
    private final StepPriorities priorities;
    private final Now now;

    DueDays(
            ProcessEngineConfigurationImpl engine,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsTheHouse asTheHouse,
            StepPriorities priorities,
            Now now) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asTheHouse = asTheHouse;
        this.priorities = priorities;
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
            setPriority(task);
            return null;
        });
    }

    @EventListener
    void changed(AttentionChanged event) {
        asTheHouse.run(() -> raise(tasks.createTaskQuery()
                .processInstanceBusinessKey(event.caseReference())
                .active()
                .list()));
    }

    /**
     * Priorities rise as days go by, without anything else happening. Asked often, for a changed day must show soon after
     * midnight in London wherever the server stands; nothing is written while nothing changes.
     */
    @Scheduled(initialDelayString = "${redress.priorities.every:PT10M}", fixedDelayString = "${redress.priorities.every:PT10M}")
    void raisePriorities() {
        asTheHouse.run(() -> {
            for (Task task : tasks.createTaskQuery().active().list()) {
                try {
                    raise(List.of(task));
                } catch (OptimisticLockingException meanwhile) {
                    LOG.debug("Somebody works on task {} at this moment; its priority follows later", task.getId());
                }
            }
        });
    }

    private void raise(List<Task> open) {
        open.forEach(one -> engine.getCommandExecutorTxRequired().execute((Command<Void>) context -> {
            TaskEntity task = context.getTaskManager().findTaskById(one.getId());
            if (task != null && !context.getDbEntityManager().isDeleted(task)) {
                setPriority(task);
            }
            return null;
        }));
    }

    /** As the diagram's clock has it, or higher where something else needs attention. */
    private void setPriority(TaskEntity task) {
        Expression expression = task.getTaskDefinition() == null ? null : task.getTaskDefinition().getPriorityExpression();
        if (expression == null) {
            return;
        }
        String caseReference = task.getExecution().getProcessInstance().getBusinessKey();
        int byClock = ((Number) expression.getValue(task.getExecution())).intValue();
        int priority = caseReference == null ? byClock : Math.max(byClock, priorities.least(caseReference, task.getId()));
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
