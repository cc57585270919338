package org.redress.doorcheck;

import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/** Takes whatever is answered. */
@Component
class LookAtItStep implements Step<LookAtIt> {

    @Override
    public RoutingFacts complete(StepContext context, LookAtIt answers) {
        return RoutingFacts.none();
    }
}
