package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.kernel.Fault;
import org.redress.kernel.WrittenText;

/** Collects what is missing or too long, so that all of it is said at once. */
final class Needed {

    private final List<Fault> faults = new ArrayList<>();

    Needed text(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            faults.add(new Fault(field, "This is needed."));
        } else if (value.length() > longest) {
            faults.add(new Fault(field, "Give at most " + longest + " characters."));
        } else if (WrittenText.fault(value).isPresent()) {
            faults.add(new Fault(field, "Type it again: it holds a character that cannot be kept."));
        }
        return this;
    }

    Needed day(String field, LocalDate value) {
        if (value == null) {
            faults.add(new Fault(field, "Give a day."));
        }
        return this;
    }

    Needed that(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
        return this;
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new ClockInputException(faults);
        }
    }
}
