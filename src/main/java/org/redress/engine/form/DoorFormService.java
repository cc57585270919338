package org.redress.engine.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * The engine's form service with three promises more: what a form shows comes from its step and from nowhere else, a day stays
 * as it was typed, and whoever comes too late is told who was first.
 */
final class DoorFormService extends FormServiceImpl {

    private final WhoWasFirst whoWasFirst;

    DoorFormService(WhoWasFirst whoWasFirst) {
        this.whoWasFirst = whoWasFirst;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> answers) {
        try {
            super.submitTaskForm(taskId, answers);
        } catch (NullValueException | OptimisticLockingException | ConcurrencyFailureException tooLate) {
            throw whoWasFirst.explain(taskId, tooLate);
        }
    }

    /** Nothing is returned: what the procedure knows is not for whoever completes one step of it. */
    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        submitTaskForm(taskId, answers);
        return Variables.createVariables();
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        try {
            return commandExecutor.execute(engine -> show(engine, taskId, names));
        } catch (NullValueException gone) {
            throw whoWasFirst.explain(taskId, gone);
        }
    }

    /** The form as it was deployed, with its questions for a day as Tasklist can ask them. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        try (InputStream deployed = super.getDeployedTaskForm(taskId)) {
            return new ByteArrayInputStream(DayFields.asText(deployed.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The form of task " + taskId + " cannot be read", unreadable);
        }
    }

    private static VariableMap show(CommandContext engine, String taskId, Collection<String> names) {
        TaskEntity task = engine.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new NullValueException("There is no task " + taskId);
        }
        for (CommandChecker checker : engine.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkReadTask(task);
        }
        if (engine.getAuthenticatedUserId() == null) {
            throw new Refusal(new NotSignedIn());
        }
        VariableMap shown = Variables.createVariables();
        Optional<FormDoor> door = FormDoor.of(task);
        if (door.isPresent()) {
            VariableMap all = engine.runWithoutAuthorization(() -> door.get().show(engine, task));
            all.keySet().stream()
                    .filter(name -> names == null || names.contains(name))
                    .forEach(name -> shown.putValueTyped(name, all.getValueTyped(name)));
        }
        return shown;
    }
}
