package org.redress.step;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.kernel.Fault;

/** The answers to a step cannot stand. Everything that is wrong is said at once, field by field. */
public class StepRefused extends RuntimeException {

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
