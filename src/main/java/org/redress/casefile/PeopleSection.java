package org.redress.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is on a case, and how to reach them, on its page. */
@Component
class PeopleSection implements CaseSection {

    private final CaseFiles cases;

    PeopleSection(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public int place() {
        return 300;
    }

    @Override
    public String template() {
        return "page/case/people";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        List<Party> parties = cases.parties(file.reference());
        Map<String, Object> people = new HashMap<>();
        people.put("complainant", cases.representedComplainant(file.reference()).orElse(null));
        people.put("parties", parties);
        people.put("others", parties.stream().filter(party -> party.role() != PartyRole.APPLICANT).toList());
        return Optional.of(people);
    }
}
