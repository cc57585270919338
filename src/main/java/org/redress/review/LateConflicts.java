package org.redress.review;

import org.redress.people.Conflicts;
import org.redress.people.StaffDirectory;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A conflict of interest that comes to light after the check for conflicts: the person is kept away at once. */
@Service
public class LateConflicts {

    private final Conflicts conflicts;
    private final Attention attention;
    private final StaffDirectory staff;
    private final ActRecord acts;

    LateConflicts(Conflicts conflicts, Attention attention, StaffDirectory staff, ActRecord acts) {
        this.conflicts = conflicts;
        this.attention = attention;
        this.staff = staff;
        this.acts = acts;
    }

    /**
     * Keeps somebody away from a case. Where they have worked on it, the manager is told, who decides what must be done
     * again.
     *
     * @throws org.redress.people.UnknownStaff where nobody has the account
     * @throws IllegalArgumentException where no reason is given
     */
    @Transactional
    public void found(String caseReference, String account, String reason, String by) {
        boolean worked = acts.of(caseReference).stream().anyMatch(act -> account.equals(act.person()));
        conflicts.bar(caseReference, account, reason, by);
        acts.append(Act.of(
                        caseReference, by, "FOUND_CONFLICT", "Conflict of interest found; " + staff.nameOf(account) + " is kept away")
                .because(reason));
        if (worked) {
            attention.raiseLateConflict(caseReference, account, staff.nameOf(account));
        }
    }
}
