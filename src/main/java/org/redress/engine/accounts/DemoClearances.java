package org.redress.engine.accounts;

import java.time.LocalDate;
import org.redress.clock.Now;
import org.redress.people.ClearanceKind;
import org.redress.people.Clearances;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.stereotype.Component;

/**
 * The demo staff are cleared and held to it from the first start. Accounts that are made later, and a house with a
 * database of its own, get clearances from a manager.
 */
@Component
class DemoClearances implements AtStart {

    private static final String THE_HOUSE = "redress";

    private final FirstAccounts first;
    private final Clearances clearances;
    private final StaffDirectory staff;
    private final Now now;

    DemoClearances(FirstAccounts first, Clearances clearances, StaffDirectory staff, Now now) {
        this.first = first;
        this.clearances = clearances;
        this.staff = staff;
        this.now = now;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void setUp() {
        if (!first.demo() || clearances.appliedSince().isPresent()) {
            return;
        }
        LocalDate aYearAgo = now.today().minusYears(1);
        for (StaffMember member : staff.caseStaff()) {
            for (ClearanceKind kind : clearances.kinds()) {
                clearances.grant(member.account(), kind.kind(), aYearAgo, null, "Made up for the demo", THE_HOUSE);
            }
        }
        clearances.apply(THE_HOUSE);
    }
}
