package org.redress.review;

import java.util.List;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFiles;
import org.redress.kernel.ForDiagrams;
import org.springframework.stereotype.Service;

/** What the diagram asks about a case's allegations. */
@Service
public class Allegations {

    private final CaseFiles cases;

    Allegations(CaseFiles cases) {
        this.cases = cases;
    }

    /** The numbers of the allegations to assess, each a step of its own. */
    @ForDiagrams
    public List<Integer> numbers(String caseReference) {
        return cases.allegations(caseReference).stream().map(Allegation::number).toList();
    }
}
