package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import org.redress.kernel.Fault;
import org.redress.step.Proposal;
import org.redress.step.StepRefused;

/** Gathers everything that is wrong with a step's answers, so that it is said at once. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    Faults when(boolean wrong, String field, String message) {
        if (wrong) {
            faults.add(new Fault(field, message));
        }
        return this;
    }

    /** What is wrong with a decision that was proposed, with what was proposed said first. */
    Faults when(Proposal<?> decision, String field, String proposed) {
        decision.fault(field).ifPresent(fault -> faults.add(new Fault(field, proposed + fault.message())));
        return this;
    }

    Faults whenBlank(String text, String field, String message) {
        return when(blank(text), field, message);
    }

    /** @throws StepRefused where anything is wrong */
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new StepRefused(faults);
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
