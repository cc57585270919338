package org.redress.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was recorded in steps and questions without Java, on the page of a case; nothing where nobody was asked any. */
@Component
class RecordedSection implements CaseSection {

    private final RecordedAnswers recorded;

    RecordedSection(RecordedAnswers recorded) {
        this.recorded = recorded;
    }

    @Override
    public int place() {
        return 950;
    }

    @Override
    public String template() {
        return "page/case/recorded";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        List<RecordedAnswers.RecordedStep> steps = recorded.steps(file.reference());
        return steps.isEmpty() ? Optional.empty() : Optional.of(Map.of("recordedSteps", steps));
    }
}
