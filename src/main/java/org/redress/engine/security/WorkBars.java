package org.redress.engine.security;

import java.util.List;
import java.util.Optional;
import org.redress.people.WorkBar;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** What keeps a person from work on a case keeps them from every step of it: nobody gets one past it. */
@Component
class WorkBars implements TaskBar {

    private final List<WorkBar> bars;

    WorkBars(List<WorkBar> bars) {
        this.bars = List.copyOf(bars);
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        return words(bars, context);
    }

    @Override
    public Optional<String> refusalToShow(StepContext context) {
        return words(bars.stream().filter(WorkBar::hidesTheCase).toList(), context);
    }

    private static Optional<String> words(List<WorkBar> asked, StepContext context) {
        if (context.caseReference() == null) {
            return Optional.empty();
        }
        List<String> reasons = asked.stream()
                .flatMap(bar -> bar.refusal(context.caseReference(), context.person()).stream())
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
    }
}
