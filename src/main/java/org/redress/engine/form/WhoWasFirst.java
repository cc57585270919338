package org.redress.engine.form;

import java.time.Instant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.redress.kernel.London;

/** Tells the loser of a race who was first, and when. It looks in a transaction of its own, since the loser's is lost. */
final class WhoWasFirst {

    private static final String NOTHING_SAVED = " Your answers were not saved.";

    private final ProcessEngineConfigurationImpl engine;

    WhoWasFirst(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** The exception that says what happened to the task. */
    DoorException explain(String taskId, RuntimeException cause) {
        return taskId == null
                ? new StepUnknown(cause)
                : engine.getCommandExecutorTxRequiresNew().execute(context -> look(context, taskId, cause));
    }

    private static DoorException look(CommandContext context, String taskId, RuntimeException cause) {
        TaskEntity open = context.getTaskManager().findTaskById(taskId);
        if (open != null) {
            String holder = open.getAssignee() == null ? "It is with nobody now." : "It is with " + open.getAssignee() + " now.";
            return new StepTaken("This step changed while you were working on it. " + holder + NOTHING_SAVED
                    + " Open it again from the task list.", null, null, cause);
        }
        HistoricTaskInstanceEntity over = context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        if (over == null || over.getEndTime() == null) {
            return new StepUnknown(cause);
        }
        Instant when = over.getEndTime().toInstant();
        if (TaskEntity.DELETE_REASON_COMPLETED.equals(over.getDeleteReason())) {
            return new StepTaken(over.getAssignee() + " completed this step on " + inWords(when) + "." + NOTHING_SAVED,
                    over.getAssignee(), when, cause);
        }
        return new StepTaken("The case moved on without this step on " + inWords(when) + "." + NOTHING_SAVED, null, when, cause);
    }

    static String inWords(Instant when) {
        return London.words(when);
    }
}
