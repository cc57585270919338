package org.redress.review;

import org.redress.people.Conflicts;
import org.redress.people.PersonBarred;
import org.redress.people.StaffDirectory;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.event.EventListener;
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
     * Somebody is kept away, whichever way it came about. Where they have worked on the case, it is raised to the manager,
     * who decides what must be done again.
     */
    @EventListener
    void barred(PersonBarred event) {
        boolean worked = acts.of(event.caseReference()).stream().anyMatch(act -> event.account().equals(act.person()));
        if (worked) {
            attention.raiseLateConflict(event.caseReference(), event.account(), staff.nameOf(event.account()));
        }
    }

    /**
     * Keeps a colleague away from a case.
     *
     * @throws org.redress.people.UnknownStaff where nobody has the account
     * @throws IllegalArgumentException where no reason is given
     */
    @Transactional
    public void found(String caseReference, String account, String reason, String by) {
        conflicts.bar(caseReference, account, reason, by);
        acts.append(Act.of(
                        caseReference, by, "FOUND_CONFLICT", "Conflict of interest found; " + staff.nameOf(account) + " is kept away")
                .because(reason));
    }
}
