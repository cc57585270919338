package org.redress.desk;

import java.util.List;
import java.util.Map;
import org.redress.casefile.Households;
import org.redress.casefile.NamedConflicts;
import org.redress.people.Allocation;
import org.redress.people.StaffMember;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class CheckConflictsStep implements Step<CheckConflicts> {

    private final NamedConflicts conflicts;
    private final Allocation allocation;
    private final StaffOptions staff;
    private final Households households;
    private final ActRecord acts;

    CheckConflictsStep(
            NamedConflicts conflicts, Allocation allocation, StaffOptions staff, Households households, ActRecord acts) {
        this.conflicts = conflicts;
        this.allocation = allocation;
        this.staff = staff;
        this.households = households;
        this.acts = acts;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "staff", staff.caseStaff(context.caseReference()),
                "caseworkers", staff.caseworkersFor(context.caseReference()),
                "sameSurnameWords", sameSurnameWords(context.caseReference()));
    }

    private String sameSurnameWords(String reference) {
        List<String> names =
                households.sameSurname(reference).stream().map(StaffMember::fullName).toList();
        return names.isEmpty()
                ? "Nobody on the team has the surname of somebody on the case."
                : "Somebody on the case has the same surname as " + String.join(", ", names) + ". Ask whether it is chance.";
    }

    @Override
    public RoutingFacts complete(StepContext context, CheckConflicts answers) {
        boolean found = "YES".equals(answers.conflictFound());
        List<String> barred = answers.barredStaff() == null ? List.of() : answers.barredStaff();
        new Faults()
                .when(found && barred.isEmpty(), "barredStaff", "Name at least one person who must stay away from the case.")
                .when(found && Faults.blank(answers.conflictReason()), "conflictReason", "Say what the conflict is.")
                .when(
                        found && barred.contains(answers.allocateTo()),
                        "allocateTo",
                        "Choose somebody without a conflict of interest.")
                .refuseIfAny();
        String reference = context.caseReference();
        long keptAway = !found ? 0 : barred.stream()
                .filter(account -> conflicts.name(reference, account, answers.conflictReason(), context.person()))
                .count();
        long waiting = found ? barred.size() - keptAway : 0;
        acts.append(Act.of(
                        reference,
                        context.person(),
                        "CHECKED_CONFLICTS",
                        found ? "Conflict of interest found; " + keptAway + " barred"
                                        + (waiting == 0 ? "" : ", " + waiting + " to be confirmed by a second person") : "No conflict of interest found")
                .with(Map.of("barred", barred)));
        if (!Faults.blank(answers.allocateTo())) {
            allocation.allocate(reference, answers.allocateTo(), context.person());
            acts.append(Act.of(reference, context.person(), "ALLOCATED_CASE", "Case allocated to " + answers.allocateTo()));
        }
        return RoutingFacts.none();
    }
}
