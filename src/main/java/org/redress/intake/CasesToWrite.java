package org.redress.intake;

import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.springframework.stereotype.Component;

/** The cases to which somebody may hand something in. */
@Component
class CasesToWrite {

    private final CaseFiles cases;
    private final CaseAccess access;
    private final CurrentPerson person;

    CasesToWrite(CaseFiles cases, CaseAccess access, CurrentPerson person) {
        this.cases = cases;
        this.access = access;
        this.person = person;
    }

    /** Machines hand in without seeing; people hand in only to what they may see. */
    CaseFile get(String reference) {
        return person.isIn(Groups.INTAKE_CLIENTS) ? cases.get(reference) : access.visible(reference);
    }
}
