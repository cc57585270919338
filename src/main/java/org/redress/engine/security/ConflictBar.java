package org.redress.engine.security;

import java.util.Optional;
import org.redress.people.Conflicts;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** Whoever has a conflict of interest with a case neither claims, gets nor completes any step of it. */
@Component
class ConflictBar implements TaskBar {

    private final Conflicts conflicts;

    ConflictBar(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        if (context.caseReference() == null || !conflicts.isBarred(context.caseReference(), context.person())) {
            return Optional.empty();
        }
        // the reason may tell about others; it stands on the file for those who may read it
        return Optional.of("A conflict of interest on this case is on record for " + context.person()
                + ". Somebody else of the group has to do this step; a manager can say who.");
    }
}
