package org.redress.engine.form;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Stands at every user task, inside the engine, where no road leads past. */
@Component
class DoorGuards {

    private static final String THROUGH_THE_FORM = "Complete this step through its form.";

    private final ObjectProvider<TaskBar> bars;
    private final ObjectProvider<NextPerson> next;
    private final StepContexts contexts;

    DoorGuards(ObjectProvider<TaskBar> bars, ObjectProvider<NextPerson> next, StepContexts contexts) {
        this.bars = bars;
        this.next = next;
        this.contexts = contexts;
    }

    /** A task is completed through the door or not at all. */
    void onComplete(DelegateTask task) {
        String activityInstance = ((ExecutionEntity) task.getExecution()).getActivityInstanceId();
        if (!DoorMarks.of(Context.getCommandContext()).use(task.getId(), activityInstance)) {
            throw new Refusal(new RoadClosed(THROUGH_THE_FORM));
        }
    }

    /** Nobody leaves a step by signalling its execution; timers and messages at its border cancel it and may. */
    void onLeave(DelegateExecution execution) {
        if (!execution.isCanceled() && !DoorMarks.of(Context.getCommandContext()).isCompleted(execution.getActivityInstanceId())) {
            throw new Refusal(new RoadClosed(THROUGH_THE_FORM));
        }
    }

    /** Whoever gets a step must be free to hold it. */
    void onAssignment(DelegateTask task) {
        if (task.getAssignee() != null) {
            TaskEntity step = (TaskEntity) task;
            askBars(step, contexts.of(step, task.getAssignee(), null));
        }
    }

    /** The engine's delegation would complete a step in two halves; a step is given to another person instead. */
    void onUpdate(DelegateTask task) {
        if (((TaskEntity) task).getDelegationState() != null) {
            throw new Refusal(new RoadClosed(RoadBlock.NO_DELEGATION));
        }
    }

    /** Refuses where something bars the person of the context from the step, and says who could take it. */
    void askBars(TaskEntity task, StepContext context) {
        List<String> reasons = bars.orderedStream().flatMap(bar -> bar.refusal(context).stream()).toList();
        if (!reasons.isEmpty()) {
            List<String> groups = task.getIdentityLinks().stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                    .map(IdentityLink::getGroupId)
                    .toList();
            String offer = next.stream()
                    .flatMap(person -> person.nameFor(context, groups).stream())
                    .findFirst()
                    .map(name -> " " + name + " could take it: of those who may, they have the fewest steps in hand.")
                    .orElse("");
            throw new Refusal(new StepBarred(String.join(" ", reasons) + offer));
        }
    }

    /** Refuses where the person of the context may not even see what the step shows. */
    void askWhetherToShow(StepContext context) {
        List<String> reasons = bars.orderedStream().flatMap(bar -> bar.refusalToShow(context).stream()).toList();
        if (!reasons.isEmpty()) {
            throw new Refusal(new StepBarred(String.join(" ", reasons)));
        }
    }
}
