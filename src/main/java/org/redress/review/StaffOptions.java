package org.redress.review;

import java.util.List;
import org.redress.people.Conflicts;
import org.redress.people.Groups;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.step.Option;
import org.springframework.stereotype.Component;

/** The staff that a form offers to choose from. */
@Component
class StaffOptions {

    private final StaffDirectory staff;
    private final Conflicts conflicts;

    StaffOptions(StaffDirectory staff, Conflicts conflicts) {
        this.staff = staff;
        this.conflicts = conflicts;
    }

    /** Everyone who works on cases. */
    List<Option> caseStaff() {
        return options(staff.all().stream().filter(StaffMember::isCaseStaff).toList());
    }

    /** The caseworkers whom nothing keeps from this case. */
    List<Option> caseworkersFor(String caseReference) {
        return options(staff.inGroup(Groups.CASEWORKERS).stream()
                .filter(member -> !conflicts.isBarred(caseReference, member.account()))
                .toList());
    }

    private static List<Option> options(List<StaffMember> members) {
        return members.stream()
                .map(member -> new Option(member.fullName(), member.account()))
                .toList();
    }
}
