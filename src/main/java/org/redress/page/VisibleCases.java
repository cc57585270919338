package org.redress.page;

import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseNotFound;
import org.redress.people.Conflicts;
import org.redress.people.CurrentPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The cases that the person at work may see. A case that is hidden from them looks like one that is not there. */
@Component
class VisibleCases {

    private static final Logger log = LoggerFactory.getLogger(VisibleCases.class);

    private final CaseFiles cases;
    private final Conflicts conflicts;
    private final CurrentPerson person;

    VisibleCases(CaseFiles cases, Conflicts conflicts, CurrentPerson person) {
        this.cases = cases;
        this.conflicts = conflicts;
        this.person = person;
    }

    /** @throws CaseNotFound where there is no such case, or it is hidden from this person */
    CaseFile get(String asWritten) {
        CaseFile file = cases.get(asWritten);
        String account = person.account();
        boolean hidden = file.restricted() && !cases.allowed(file.reference()).contains(account)
                || conflicts.isBarred(file.reference(), account);
        if (hidden) {
            log.info("Refused to {}: case {} is hidden from them", account, file.reference());
            throw new CaseNotFound(asWritten);
        }
        return file;
    }
}
