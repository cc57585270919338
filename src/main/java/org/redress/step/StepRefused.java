package org.redress.step;

import java.util.List;
import java.util.stream.Collectors;

/** The answers to a step cannot stand. Everything that is wrong is said at once, field by field. */
public class StepRefused extends RuntimeException {

    /**
     * One thing that is wrong.
     *
     * @param field the key of the form's field, or null where the whole step is meant
     * @param message what is wrong and what to do, in words for the person at work
     */
    public record Fault(String field, String message) {}

    private final transient List<Fault> faults;

    public StepRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining(" ")));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs at least one fault");
        }
        this.faults = List.copyOf(faults);
    }

    public StepRefused(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
