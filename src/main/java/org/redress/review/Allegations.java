package org.redress.review;

import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Service;

/** What the diagram asks about a case's allegations. */
@Service
public class Allegations {

    private final CaseFiles cases;

    Allegations(CaseFiles cases) {
        this.cases = cases;
    }

    /** How many allegations there are to assess. */
    public int count(String caseReference) {
        return cases.allegations(caseReference).size();
    }
}
