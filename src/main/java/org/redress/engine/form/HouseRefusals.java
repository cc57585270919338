package org.redress.engine.form;

import java.util.List;
import org.redress.casefile.CaseClosed;
import org.redress.letter.LetterRefused;
import org.redress.people.AllocationRefused;
import org.redress.people.OwnWorkRefused;

/** The refusals of other modules that a step may let pass: their sentences are written for the person at work. */
final class HouseRefusals {

    private static final List<Class<? extends RuntimeException>> IN_WORDS =
            List.of(AllocationRefused.class, CaseClosed.class, LetterRefused.class);

    private HouseRefusals() {}

    /** The refusal as the door says it, or the exception itself where it is a failure and no refusal. */
    static RuntimeException of(RuntimeException thrown) {
        if (thrown instanceof OwnWorkRefused) {
            return new Refusal(new StepBarred(thrown.getMessage()));
        }
        if (IN_WORDS.stream().anyMatch(type -> type.isInstance(thrown))) {
            return new Refusal(new AnswersRefused(List.of(new AnswersRefused.Fault(null, null, thrown.getMessage()))));
        }
        return thrown;
    }
}
