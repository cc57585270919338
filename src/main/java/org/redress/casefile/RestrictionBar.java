package org.redress.casefile;

import java.util.Optional;
import org.redress.people.ConflictSetAside;
import org.redress.people.PersonBarred;
import org.redress.people.WorkBar;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps everyone who is not named from the work on a restricted case. Asked before the other bars: from then on nobody
 * restricts the case or keeps somebody away from it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestrictionBar implements WorkBar {

    private final CaseFiles cases;

    RestrictionBar(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public Optional<String> refusal(String caseReference, String account) {
        return cases.find(caseReference)
                .map(CaseFile::reference)
                .filter(reference -> keepsOut(reference, account))
                .map(reference -> "This case is restricted to named people. A manager who is named can say who.");
    }

    /**
     * From here to the end of the transaction nobody restricts the case: otherwise a step could be checked while the case is
     * open and done when it is not. Taken before anything is changed, so that who does a step and who restricts wait for
     * each other in one order.
     */
    private boolean keepsOut(String reference, String account) {
        cases.holdRestriction(reference);
        return cases.isRestricted(reference) && !cases.allowed(reference).contains(account);
    }

    /** Whoever has been let through to a step is waited for: what they do counts before somebody is kept away. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void waitForWhoeverWorks(PersonBarred barred) {
        cases.restrictAlone(barred.caseReference());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void waitForWhoeverWorks(ConflictSetAside setAside) {
        cases.restrictAlone(setAside.caseReference());
    }

    @Override
    public boolean hidesTheCase() {
        return true;
    }
}
