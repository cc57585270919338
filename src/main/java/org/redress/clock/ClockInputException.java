package org.redress.clock;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.kernel.Fault;

/** Something handed to this package cannot be used. Names every wrong field at once, in words for the person. */
public class ClockInputException extends IllegalArgumentException {

    private final transient List<Fault> faults;

    public ClockInputException(List<Fault> faults) {
        super(faults.stream().map(f -> f.field() + ": " + f.message()).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public ClockInputException(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    /** Every wrong field, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
