package org.redress.engine.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/** Tells a procedure where a step stands, in the procedure's own words. */
@Component
class StepContexts {

    private static final String CASE_REFERENCE = "caseReference";

    /**
     * Where a task stands for a person.
     *
     * @param groups the person's groups, or null to look them up
     */
    StepContext of(TaskEntity task, String person, Collection<String> groups) {
        Map<String, Object> routing = routing(task);
        String stem = FormGate.stem(task.getTaskDefinitionKey());
        return new StepContext(
                caseReference(task, routing),
                task.getId(),
                stem == null ? task.getTaskDefinitionKey() : stem,
                person,
                groups == null ? groupsOf(person) : new HashSet<>(groups),
                routing,
                FormDoor.of(task).filter(FormDoor::isRecorded).map(door -> offeredTo(task)).orElse(Set.of()));
    }

    private static Set<String> offeredTo(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String caseReference(TaskEntity task, Map<String, Object> routing) {
        String businessKey = task.getProcessInstance().getBusinessKey();
        return businessKey != null ? businessKey : (String) routing.get(CASE_REFERENCE);
    }

    private static Map<String, Object> routing(TaskEntity task) {
        VariableMap variables = task.getVariablesTyped(false);
        Map<String, Object> routing = new HashMap<>();
        for (String name : variables.keySet()) {
            TypedValue value = variables.getValueTyped(name);
            Object plain = value instanceof SerializableValue ? SubmittedValue.plain(value) : value.getValue();
            if (plain != SubmittedValue.STRANGE) {
                routing.put(name, plain);
            }
        }
        return routing;
    }

    private static Set<String> groupsOf(String person) {
        return Context.getCommandContext().runWithoutAuthorization(() -> {
            Set<String> groups = new HashSet<>();
            Context.getCommandContext().getReadOnlyIdentityProvider()
                    .createGroupQuery().groupMember(person).list()
                    .forEach(group -> groups.add(group.getId()));
            return groups;
        });
    }
}
