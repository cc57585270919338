package org.redress.intake;

import java.util.List;

/** What was handed in cannot be taken as it is. Every wrong field is named at once. */
public class FieldsRefused extends RuntimeException {

    private final transient List<FieldFault> faults;

    FieldsRefused(List<FieldFault> faults) {
        super(faults.size() + " fields are wrong");
        this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
