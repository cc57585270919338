package org.redress.step;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with a step's answers, so that it is said at once. */
public final class Faults {

    private final List<StepRefused.Fault> faults = new ArrayList<>();

    public Faults when(boolean wrong, String field, String message) {
        if (wrong) {
            faults.add(new StepRefused.Fault(field, message));
        }
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
