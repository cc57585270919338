package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.redress.desk.Escalations;
import org.springframework.stereotype.Component;

/** Papers, triage, decision and learning of a review, on the page of a case. */
@Component
class DecisionSection implements CaseSection {

    private final Papers papers;
    private final Escalations escalations;
    private final Decisions decisions;
    private final LearningPoints learning;

    DecisionSection(Papers papers, Escalations escalations, Decisions decisions, LearningPoints learning) {
        this.papers = papers;
        this.escalations = escalations;
        this.decisions = decisions;
        this.learning = learning;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Applications.KIND);
    }

    @Override
    public int place() {
        return 900;
    }

    @Override
    public String template() {
        return "page/case/review/review";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        String known = file.reference();
        Map<String, Object> shown = new HashMap<>();
        shown.put("papers", papers.of(known));
        shown.put("triage", escalations.latest(known).orElse(null));
        shown.put("decision", decisions.current(known).orElse(null));
        shown.put("learning", learning.of(known));
        return Optional.of(shown);
    }
}
