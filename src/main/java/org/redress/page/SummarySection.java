package org.redress.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseState;
import org.redress.casefile.SectionAsked;
import org.redress.clock.ClockState;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.people.Allocation;
import org.redress.step.OpenSteps;
import org.springframework.stereotype.Component;

/** What happens next and whose case it is, at the head of its page. */
@Component
class SummarySection implements CaseSection {

    private final OpenSteps steps;
    private final Allocation allocation;
    private final Clocks clocks;

    SummarySection(OpenSteps steps, Allocation allocation, Clocks clocks) {
        this.steps = steps;
        this.allocation = allocation;
        this.clocks = clocks;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public String template() {
        return "page/case/summary";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("steps", steps.of(file.reference()));
        shown.put("caseworker", allocation.caseworkerOf(file.reference()).orElse(null));
        shown.put("nextClock", nextOf(file).orElse(null));
        return Optional.of(shown);
    }

    private Optional<ClockView> nextOf(CaseFile file) {
        return file.state() == CaseState.CLOSED
                ? Optional.empty()
                : clocks.of(file.reference()).stream()
                        .filter(clock -> clock.state() == ClockState.RUNNING && clock.dueOn() != null)
                        .min(Comparator.comparing(ClockView::dueOn));
    }
}
