package org.redress.engine.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.redress.engine.form.Steps;
import org.redress.kind.Kinds;
import org.redress.people.Permission;
import org.redress.people.Permissions;
import org.springframework.stereotype.Component;

/**
 * A diagram says to whom a step is offered; {@code permissions.csv} says who may hold it. A step without Java needs no line there:
 * whoever it is offered to may hold it, out of the groups that work cases. A diagram that offers a step to somebody who may not
 * hold it is not deployed.
 */
@Component
class StepRoles extends AbstractBpmnParseListener {

    private static final String TASK = "Task_";

    private final Permissions permissions;
    private final Steps steps;
    private final Kinds kinds;

    StepRoles(Permissions permissions, Steps steps, Kinds kinds) {
        this.permissions = permissions;
        this.steps = steps;
        this.kinds = kinds;
    }

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity process) {
        DeploymentEntity deployment = Context.getCommandContext().getDeploymentManager().findDeploymentById(process.getDeploymentId());
        List<String> problems = new ArrayList<>();
        if (deployment.isNew()) {
            Set<String> files = deployment.getResources().keySet();
            process.getTaskDefinitions().values().forEach(task -> problem(process.getKey(), files, task).ifPresent(problem ->
                    problems.add(process.getKey() + ", step " + task.getKey() + ": " + problem + ".")));
        }
        if (!problems.isEmpty()) {
            throw new BpmnParseException(String.join(" ", problems), processElement);
        }
    }

    private Optional<String> problem(String process, Set<String> files, TaskDefinition task) {
        String stem = task.getKey().startsWith(TASK) ? task.getKey().substring(TASK.length()) : task.getKey();
        if (steps.isRecorded(process, files, stem)) {
            return problemWithoutLine(task);
        }
        Optional<Permission> permission = permissions.ofStep(stem);
        if (permission.isEmpty()) {
            return Optional.of("no line 'step " + stem + "' in permissions.csv says who may hold it");
        }
        Set<String> strangers = strangers(task, permission.get().who());
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of("it is offered to " + String.join(", ", strangers) + ", but permissions.csv lets only "
                        + String.join(", ", new TreeSet<>(permission.get().who())) + " hold it");
    }

    private Optional<String> problemWithoutLine(TaskDefinition task) {
        Set<String> strangers = strangers(task, kinds.groups());
        if (task.getCandidateGroupIdExpressions().isEmpty()) {
            return Optional.of("it is offered to nobody; name the candidate groups who do it");
        }
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of("it is offered to " + String.join(", ", strangers) + ", but only "
                        + String.join(", ", new TreeSet<>(kinds.groups())) + " work cases");
    }

    private static Set<String> strangers(TaskDefinition task, Set<String> allowed) {
        Set<String> strangers = new TreeSet<>();
        task.getCandidateGroupIdExpressions().forEach(group -> strangers.add(group.getExpressionText()));
        // whom an expression names is known only when the step is reached; whoever may not hold it is refused then
        strangers.removeIf(group -> group.contains("{"));
        strangers.removeAll(allowed);
        return strangers;
    }
}
