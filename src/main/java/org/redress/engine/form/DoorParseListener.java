package org.redress.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.redress.step.StepGone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives every user task its door when the engine reads a diagram. A diagram that is being deployed is held against the
 * {@link FormGate} first; one that is deployed already keeps what it has.
 */
@Component
class DoorParseListener extends AbstractBpmnParseListener {

    private final FormGate gate;
    private final FormDoor.Parts parts;
    private final DoorGuards guards;
    private final ApplicationEventPublisher events;

    DoorParseListener(FormGate gate, FormDoor.Parts parts, DoorGuards guards, ApplicationEventPublisher events) {
        this.gate = gate;
        this.parts = parts;
        this.guards = guards;
        this.events = events;
    }

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity process) {
        DeploymentEntity deployment = deployment(process.getDeploymentId());
        if (deployment.isNew()) {
            List<String> problems = problems(process, deployment);
            if (!problems.isEmpty()) {
                throw new BpmnParseException(String.join(" ", problems), processElement);
            }
        }
        process.getTaskDefinitions().values().forEach(task -> hang(task, process, deployment));
    }

    /** What is wrong with the user tasks of a diagram, each with process and task named. */
    List<String> problems(ProcessDefinitionEntity process, DeploymentEntity deployment) {
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        List<String> problems = new ArrayList<>();
        process.getTaskDefinitions().values().forEach(task -> gate.problems(task, process.getKey(), files)
                .forEach(problem -> problems.add(process.getKey() + ", step " + task.getKey() + ": " + problem + ".")));
        return problems;
    }

    static DeploymentEntity deployment(String id) {
        return Context.getCommandContext().getDeploymentManager().findDeploymentById(id);
    }

    private void hang(TaskDefinition task, ProcessDefinitionEntity process, DeploymentEntity deployment) {
        String stem = FormGate.stem(task.getKey());
        FormDoor door = new FormDoor(parts, new FormDoor.Place(
                deployment.getId(), FormGate.procedure(process.getKey(), deployment.getResources().keySet()), stem == null ? task.getKey() : stem),
                task.getTaskFormHandler());
        task.setTaskFormHandler(new DelegateTaskFormHandler(door, deployment));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guards::onComplete);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, guards::onAssignment);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, guards::onUpdate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> events.publishEvent(new StepGone(done.getId())));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, gone -> events.publishEvent(new StepGone(gone.getId())));
        ActivityImpl activity = process.findActivity(task.getKey());
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) guards::onLeave);
    }
}
