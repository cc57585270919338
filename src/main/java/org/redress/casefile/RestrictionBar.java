package org.redress.casefile;

import java.util.Optional;
import org.redress.people.WorkBar;
import org.springframework.stereotype.Component;

/** Keeps everyone who is not named from the work on a restricted case. */
@Component
class RestrictionBar implements WorkBar {

    private final CaseFiles cases;

    RestrictionBar(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public Optional<String> refusal(String caseReference, String account) {
        return cases.find(caseReference)
                .filter(CaseFile::restricted)
                .filter(file -> !cases.allowed(file.reference()).contains(account))
                .map(file -> "This case is restricted to named people. A manager who is named can say who.");
    }

    @Override
    public boolean hidesTheCase() {
        return true;
    }
}
