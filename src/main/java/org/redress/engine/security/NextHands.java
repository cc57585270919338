package org.redress.engine.security;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.redress.engine.AsTheHouse;
import org.redress.engine.form.NextPerson;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Of those who may take a step, whoever has the fewest steps in hand. */
@Component
class NextHands implements NextPerson {

    private final StaffDirectory staff;
    private final ObjectProvider<TaskBar> bars;
    private final ObjectProvider<TaskService> tasks;
    private final AsTheHouse asTheHouse;

    NextHands(
            StaffDirectory staff, ObjectProvider<TaskBar> bars, ObjectProvider<TaskService> tasks, AsTheHouse asTheHouse) {
        this.staff = staff;
        this.bars = bars;
        this.tasks = tasks;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public Optional<String> nameFor(StepContext refused, Collection<String> groups) {
        Map<String, Long> inHand = new HashMap<>();
        return groups.stream()
                .flatMap(group -> staff.inGroup(group).stream())
                .distinct()
                .filter(member -> !member.account().equals(refused.person()))
                .filter(member -> free(refused, member))
                .min(Comparator.comparing((StaffMember member) ->
                                inHand.computeIfAbsent(member.account(), this::stepsInHand))
                        .thenComparing(StaffMember::account))
                .map(StaffMember::fullName);
    }

    private boolean free(StepContext refused, StaffMember member) {
        StepContext theirs = new StepContext(
                refused.caseReference(), refused.taskId(), refused.step(), member.account(), member.groups(), refused.routing(),
                refused.offeredTo());
        List<String> reasons =
                bars.orderedStream().flatMap(bar -> bar.refusal(theirs).stream()).toList();
        return reasons.isEmpty();
    }

    private long stepsInHand(String account) {
        return asTheHouse.call(() -> tasks.getObject().createTaskQuery().taskAssignee(account).count());
    }
}
