package org.redress.step;

import java.util.ArrayList;
import java.util.List;
import org.redress.kernel.Fault;

/** Gathers everything that is wrong with a step's answers, so that it is said at once. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    public Faults when(boolean wrong, String field, String message) {
        if (wrong) {
            faults.add(new Fault(field, message));
        }
        return this;
    }

    /**
     * A decision that was proposed needs reasons where it is another.
     *
     * @param proposed what was proposed, as a sentence said first; may be empty
     * @param whoReads what becomes of the reasons, as a sentence
     */
    public Faults whenUnexplained(Proposal<?> decision, String proposed, String whoReads) {
        decision.fault("departureReason", whoReads)
                .ifPresent(fault -> faults.add(new Fault(fault.field(), (proposed + " " + fault.message()).strip())));
        return this;
    }

    public Faults whenBlank(String text, String field, String message) {
        return when(blank(text), field, message);
    }

    /** @throws StepRefused where anything is wrong */
    public void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new StepRefused(faults);
        }
    }

    public static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
