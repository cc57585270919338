package org.redress.desk;

import java.util.Arrays;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.ConflictWaits;
import org.redress.casefile.NamedConflicts;
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

    private final NamedConflicts conflicts;
    private final CaseFiles cases;
    private final Attention attention;
    private final ProcedureOf procedureOf;
    private final StaffDirectory staff;
    private final ActRecord acts;

    LateConflicts(
            NamedConflicts conflicts,
            CaseFiles cases,
            Attention attention,
            ProcedureOf procedureOf,
            StaffDirectory staff,
            ActRecord acts) {
        this.conflicts = conflicts;
        this.cases = cases;
        this.attention = attention;
        this.procedureOf = procedureOf;
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
        if (cases.find(event.caseReference()).isPresent()) {
            conflicts.lostWith(event.caseReference(), event.account()).forEach(group -> raiseThatNobodyIsLeft(event, group));
        }
    }

    private void raiseThatNobodyIsLeft(PersonBarred event, String group) {
        attention.raiseConflict(
                event.caseReference(),
                event.account() + " was the last of " + group,
                "No " + oneOf(event.caseReference(), group) + " sees this case any more: " + staff.nameOf(event.account())
                        + " has a conflict of interest. Ask an administrator to put somebody else into the group "
                        + group + ", or a manager to set a conflict aside.",
                toWhom(event.caseReference(), group));
    }

    /** Somebody has named the last of a group: another officer or manager must look. */
    @EventListener
    void waits(ConflictWaits event) {
        attention.raiseConflict(
                event.caseReference(),
                event.account() + " is named",
                "A conflict of interest of " + staff.nameOf(event.account()) + ", the last " + oneOf(event.caseReference(), event.group())
                        + " who sees this case, waits for a second person. Confirm it or not on the page “A colleague has a conflict"
                        + " of interest”.",
                toWhom(event.caseReference(), event.group()));
    }

    private String oneOf(String caseReference, String group) {
        return procedureOf.staff(caseReference).oneOf(told(caseReference, group));
    }

    private Told toWhom(String caseReference, String group) {
        return told(caseReference, group) == Told.OFFICER ? Told.MANAGER : Told.OFFICER;
    }

    private Told told(String caseReference, String group) {
        WhoIsTold who = procedureOf.staff(caseReference);
        return Arrays.stream(Told.values())
                .filter(told -> who.group(told).equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody of the group " + group + " works on " + caseReference));
    }

    /**
     * Keeps a colleague away from a case, or proposes it where a second person must confirm it.
     *
     * @return whether the colleague is kept away now
     * @throws org.redress.people.UnknownStaff where nobody has the account
     * @throws IllegalArgumentException where no reason is given
     */
    @Transactional
    public boolean found(String caseReference, String account, String reason, String by) {
        boolean keptAway = conflicts.name(caseReference, account, reason, by);
        if (keptAway) {
            acts.append(Act.of(
                            caseReference, by, "FOUND_CONFLICT", "Conflict of interest found; " + staff.nameOf(account) + " is kept away")
                    .because(reason));
        }
        return keptAway;
    }
}
