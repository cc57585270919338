package org.redress.clock;

import java.util.List;
import java.util.stream.Collectors;

/** Something handed to this package cannot be used. Names every wrong field at once, in words for the person. */
public class ClockInputException extends IllegalArgumentException {

    /**
     * One wrong field.
     *
     * @param field the name of the parameter
     * @param message what is wrong with it and what is wanted instead
     */
    public record Fault(String field, String message) {
    }

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
