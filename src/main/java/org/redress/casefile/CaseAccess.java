package org.redress.casefile;

import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may see which case. A case that a person may not see does not exist for them. */
@Service
public class CaseAccess {

    private final CaseFiles cases;
    private final CurrentPerson person;

    CaseAccess(CaseFiles cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    /**
     * The case, where the person at work may see it.
     *
     * @throws CaseNotFound where there is no such case, or none for this person
     */
    @Transactional(readOnly = true)
    public CaseFile visible(String reference) {
        CaseFile file = cases.get(reference);
        if (!mayKnow(file)) {
            throw new CaseNotFound(reference);
        }
        return file;
    }

    /** Whether the person at work may know of this case. */
    @Transactional(readOnly = true)
    public boolean mayKnow(CaseFile file) {
        return !file.restricted() || cases.allowed(file.reference()).contains(person.account());
    }
}
