package org.redress.engine.procedure;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.redress.engine.AsTheHouse;
import org.redress.step.OpenSteps;
import org.springframework.stereotype.Component;

/** The open tasks of a case, also those that the person at work could not take. */
@Component
class EngineOpenSteps implements OpenSteps {

    private final TaskService tasks;
    private final AsTheHouse asTheHouse;

    EngineOpenSteps(TaskService tasks, AsTheHouse asTheHouse) {
        this.tasks = tasks;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public List<OpenStep> of(String caseReference) {
        return asTheHouse.call(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(caseReference).list().stream()
                        .map(this::step)
                        .sorted(Comparator.comparing(
                                        OpenStep::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(OpenStep::name))
                        .toList());
    }

    private OpenStep step(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        return new OpenStep(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                groups,
                instant(task.getDueDate()),
                instant(task.getCreateTime()),
                instant(task.getFollowUpDate()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
