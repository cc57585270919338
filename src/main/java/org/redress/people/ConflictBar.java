package org.redress.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever has a conflict of interest with a case gets no work on it. */
@Component
class ConflictBar implements WorkBar {

    private final Conflicts conflicts;
    private final StaffDirectory staff;

    ConflictBar(Conflicts conflicts, StaffDirectory staff) {
        this.conflicts = conflicts;
        this.staff = staff;
    }

    @Override
    public Optional<String> refusal(String caseReference, String account) {
        if (!conflicts.isBarred(caseReference, account)) {
            return Optional.empty();
        }
        // the reason may tell about others; it stands on the file for those who may read it
        return Optional.of("A conflict of interest on this case is on record for " + staff.nameOf(account)
                + ". Somebody else has to do this work, or a manager sets the conflict aside with reasons.");
    }

    @Override
    public boolean hidesTheCase() {
        return true;
    }
}
