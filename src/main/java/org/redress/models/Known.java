package org.redress.models;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files may refer to besides each other.
 *
 * @param calls what diagrams may call
 * @param variableTypes the variables that procedures declare, by name
 * @param clocks the clocks that they declare
 * @param groups the groups that work their cases
 */
public record Known(KnownCalls calls, Map<String, String> variableTypes, Set<String> clocks, Set<String> groups) {

    public Known {
        variableTypes = Map.copyOf(variableTypes);
        clocks = Collections.unmodifiableSet(new TreeSet<>(clocks));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    Set<String> variables() {
        return variableTypes.keySet();
    }
}
