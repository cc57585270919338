package org.redress.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.springframework.stereotype.Component;

/** Every fact that anybody has spoken of, with what stands now and who said what before, on the page of a case. */
@Component
class FactsSection implements CaseSection {

    /**
     * One fact of {@link CaseFacts}.
     *
     * @param name as the decision tables call it
     * @param value what stands now
     * @param said everything that was said about it, newest first
     */
    public record FactRow(String name, Object value, List<Said> said) {

        /** Whether somebody said otherwise before. */
        public boolean disputed() {
            return said.stream().anyMatch(word -> !word.value().equals(value));
        }

        /** Where else the same was said, each source once. */
        public List<String> others() {
            return said.stream().skip(1).map(word -> word.source().words()).distinct().toList();
        }
    }

    /** What somebody said about a fact. */
    public record Said(Object value, FactSource source, String by, Instant at) {}

    private final Facts facts;

    FactsSection(Facts facts) {
        this.facts = facts;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Applications.KIND);
    }

    @Override
    public int place() {
        return 600;
    }

    @Override
    public String template() {
        return "page/case/review/facts";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        List<Facts.FactSet> history = facts.history(file.reference());
        List<FactRow> rows = new ArrayList<>();
        facts.current(file.reference()).known().forEach((name, value) -> rows.add(new FactRow(name, value, said(name, history))));
        Map<String, Object> shown = new HashMap<>();
        shown.put("factRows", rows);
        shown.put("routeReason", facts.routeReason(file.reference()).orElse(null));
        return Optional.of(shown);
    }

    private static List<Said> said(String name, List<Facts.FactSet> history) {
        List<Said> said = new ArrayList<>();
        for (Facts.FactSet set : history) {
            Object word = set.facts().known().get(name);
            if (word != null) {
                said.add(new Said(word, set.source(), set.recordedBy(), set.recordedAt()));
            }
        }
        Collections.reverse(said);
        return said;
    }
}
