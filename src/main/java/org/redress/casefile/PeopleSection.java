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
        Party head = cases.head(file.reference()).orElse(null);
        List<Party> others = parties.stream().filter(party -> head == null || !party.id().equals(head.id())).toList();
        people.put("headIsFor", others.stream().anyMatch(party -> cases.part(party).brought()));
        people.put("parties", parties);
        people.put("others", others);
        return Optional.of(people);
    }
}
