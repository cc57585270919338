package org.redress.casefile;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see a case and who stays away from it, on its page. */
@Component
class AccessSection implements CaseSection {

    private final CaseFiles cases;
    private final NamedConflicts conflicts;
    private final Households households;

    AccessSection(CaseFiles cases, NamedConflicts conflicts, Households households) {
        this.cases = cases;
        this.conflicts = conflicts;
        this.households = households;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public String template() {
        return "page/case/access";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        String known = file.reference();
        return Optional.of(Map.of(
                "allowed", cases.allowed(known),
                "barred", conflicts.barred(known),
                "waitingConflicts", conflicts.waiting(known),
                "setAside", conflicts.setAside(known),
                "sameSurname", households.sameSurname(known)));
    }
}
