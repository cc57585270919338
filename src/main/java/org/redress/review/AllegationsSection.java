package org.redress.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.springframework.stereotype.Component;

/** What is alleged and what was found on it, and what came up later, on the page of a case. */
@Component
class AllegationsSection implements CaseSection {

    /**
     * An allegation with what was found on it.
     *
     * @param assessment null until it is assessed
     */
    public record Assessed(Allegation allegation, Assessment assessment) {}

    private final CaseFiles cases;
    private final Findings findings;
    private final NewAllegations newAllegations;

    AllegationsSection(CaseFiles cases, Findings findings, NewAllegations newAllegations) {
        this.cases = cases;
        this.findings = findings;
        this.newAllegations = newAllegations;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Applications.KIND);
    }

    @Override
    public int place() {
        return 500;
    }

    @Override
    public String template() {
        return "page/case/review/allegations";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        Map<Integer, Assessment> found = new HashMap<>();
        findings.of(file.reference()).forEach(assessment -> found.put(assessment.number(), assessment));
        List<Assessed> allegations = cases.allegations(file.reference()).stream()
                .map(allegation -> new Assessed(allegation, found.get(allegation.number())))
                .toList();
        return Optional.of(Map.of("allegations", allegations, "newAllegations", newAllegations.of(file.reference())));
    }
}
