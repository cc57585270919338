package org.redress.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a clock, for example {@code PAPERS}. Which clocks there are, each kind of case declares; how long each runs is
 * data: see {@link ClockRules}.
 *
 * @param name upper snake case, at most 40 characters
 */
public record ClockName(@JsonValue String name) implements Comparable<ClockName> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** @throws IllegalArgumentException where the name is none */
    public ClockName {
        if (name == null || !SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("A clock is called by capital letters, digits and underscores, not " + name);
        }
    }

    /** The clock of this name that is for the case itself. */
    public ClockAddress of(String caseReference) {
        return of(caseReference, ClockAddress.THE_CASE);
    }

    /** The clock of this name for one of several in the case, such as the second recommendation. */
    public ClockAddress of(String caseReference, int subject) {
        return new ClockAddress(caseReference, this, subject);
    }

    @Override
    public int compareTo(ClockName other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
