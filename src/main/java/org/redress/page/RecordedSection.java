package org.redress.page;

import org.redress.casefile.CaseReference;
import org.redress.casefile.RecordedAnswers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What was recorded in steps and questions without Java, for the case page. */
@ControllerAdvice(assignableTypes = CasePage.class)
class RecordedSection {

    private final RecordedAnswers recorded;

    RecordedSection(RecordedAnswers recorded) {
        this.recorded = recorded;
    }

    @ModelAttribute
    void add(@PathVariable(required = false) String reference, Model model) {
        CaseReference.read(reference).map(recorded::steps).ifPresent(steps -> model.addAttribute("recordedSteps", steps));
    }
}
