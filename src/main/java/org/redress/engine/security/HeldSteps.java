package org.redress.engine.security;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.redress.engine.AsTheHouse;
import org.redress.people.AllocationRefused;
import org.redress.people.Permissions;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.people.StepsInHand;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who has which step of a case in hand as the engine knows it, and who could have it instead. */
@Component
class HeldSteps implements StepsInHand {

    private static final String USER_TASK = "Task_";

    private final TaskService tasks;
    private final StaffDirectory staff;
    private final ObjectProvider<TaskBar> bars;
    private final Permissions permissions;
    private final ActRecord acts;
    private final AsTheHouse asTheHouse;

    HeldSteps(
            TaskService tasks,
            StaffDirectory staff,
            ObjectProvider<TaskBar> bars,
            Permissions permissions,
            ActRecord acts,
            AsTheHouse asTheHouse) {
        this.tasks = tasks;
        this.staff = staff;
        this.bars = bars;
        this.permissions = permissions;
        this.acts = acts;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public List<StepInHand> of(String caseReference, String account) {
        return asTheHouse.call(() -> held(caseReference, account).stream()
                .map(task -> new StepInHand(task.getId(), task.getName(), next(caseReference, task, account)))
                .toList());
    }

    @Override
    public void handOver(String caseReference, String step, String from, String to) {
        asTheHouse.run(() -> {
            Task task = held(caseReference, from).stream()
                    .filter(one -> one.getId().equals(step))
                    .findFirst()
                    .orElseThrow(() -> new AllocationRefused("You no longer have this step in hand. Look what is left and try again."));
            if (next(caseReference, task, from).stream().noneMatch(member -> member.account().equals(to))) {
                throw new AllocationRefused(staff.nameOf(to) + " may not take “" + task.getName()
                        + "”. Choose somebody else, or leave it to the group.");
            }
            tasks.setAssignee(task.getId(), to);
            acts.append(Act.of(
                    caseReference, from, "HANDED_OVER_STEP", "“" + task.getName() + "” handed over to " + staff.nameOf(to)));
        });
    }

    private List<Task> held(String caseReference, String account) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseReference)
                .taskAssignee(account)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private List<StaffMember> next(String caseReference, Task task, String holder) {
        Map<String, Object> routing = tasks.getVariables(task.getId());
        Map<String, Long> inHand = new HashMap<>();
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return groups.stream()
                .flatMap(group -> staff.inGroup(group).stream())
                .distinct()
                .filter(member -> !member.account().equals(holder))
                .filter(member -> free(caseReference, task, member, routing, groups))
                .sorted(Comparator.comparing((StaffMember member) -> inHand.computeIfAbsent(
                                member.account(), account -> tasks.createTaskQuery().taskAssignee(account).count()))
                        .thenComparing(StaffMember::account))
                .toList();
    }

    private boolean free(
            String caseReference, Task task, StaffMember member, Map<String, Object> routing, Set<String> groups) {
        String key = task.getTaskDefinitionKey();
        String step = key.startsWith(USER_TASK) ? key.substring(USER_TASK.length()) : key;
        // who may hold a step without Java, its diagram alone says
        Set<String> offeredTo = permissions.ofStep(step).isPresent() ? Set.of() : groups;
        StepContext theirs =
                new StepContext(caseReference, task.getId(), step, member.account(), member.groups(), routing, offeredTo);
        return bars.orderedStream().map(bar -> bar.refusal(theirs)).noneMatch(Optional::isPresent);
    }
}
