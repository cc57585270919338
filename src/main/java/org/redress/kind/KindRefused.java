package org.redress.kind;

import java.util.List;

/** The file of a kind cannot be used. The house does not start with it. */
public class KindRefused extends IllegalStateException {

    private final transient List<String> faults;

    KindRefused(String file, List<String> faults) {
        super(file + " cannot be used: " + String.join("; ", faults) + ". Mend the file; docs/procedure.schema.json says what it may hold.");
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong with it, in words. */
    public List<String> faults() {
        return faults;
    }
}
