package org.redress.desk;

import java.util.Map;
import org.redress.kernel.Words;
import org.redress.people.Allocation;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class TakeUpConcernStep implements Step<TakeUpConcern> {

    private final Attention attention;
    private final Allocation allocation;
    private final StaffOptions staff;

    TakeUpConcernStep(Attention attention, Allocation allocation, StaffOptions staff) {
        this.attention = attention;
        this.allocation = allocation;
        this.staff = staff;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "concernWords",
                Words.lines(attention.raised(context.caseReference(), context.number(Raisings.NUMBER)).stream()
                        .map(concern -> concern.about() + ": " + concern.words())
                        .toList()),
                "staff",
                staff.caseworkersFor(context.caseReference()));
    }

    @Override
    public RoutingFacts complete(StepContext context, TakeUpConcern answers) {
        new Faults().whenBlank(answers.answer(), "answer", "Say what is to be done.").refuseIfAny();
        String reference = context.caseReference();
        attention.answer(reference, context.number(Raisings.NUMBER), answers.answer(), context.person());
        if (!Faults.blank(answers.allocateTo())) {
            allocation.allocate(reference, answers.allocateTo(), context.person());
        }
        return RoutingFacts.none();
    }
}
