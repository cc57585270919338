package org.redress.desk;

import java.util.List;
import org.redress.people.Allocation;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.step.Option;
import org.springframework.stereotype.Component;

/** The staff that a form offers to choose from. */
@Component
public class StaffOptions {

    private final StaffDirectory staff;
    private final Allocation allocation;

    StaffOptions(StaffDirectory staff, Allocation allocation) {
        this.staff = staff;
        this.allocation = allocation;
    }

    /** Everyone who works on such cases. */
    public List<Option> caseStaff(String caseReference) {
        return options(staff.caseStaff(caseReference));
    }

    /** The caseworkers whom nothing keeps from this case, whoever has least in hand first. */
    public List<Option> caseworkersFor(String caseReference) {
        return options(allocation.candidates(caseReference));
    }

    private static List<Option> options(List<StaffMember> members) {
        return members.stream()
                .map(member -> new Option(member.fullName(), member.account()))
                .toList();
    }
}
