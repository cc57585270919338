package org.redress.models;

import java.util.Map;
import java.util.Set;

/**
 * What the files may refer to besides each other.
 *
 * @param calls what diagrams may call
 * @param variableTypes the variables in the register, by name
 */
public record Known(KnownCalls calls, Map<String, String> variableTypes) {

    public Known {
        variableTypes = Map.copyOf(variableTypes);
    }

    Set<String> variables() {
        return variableTypes.keySet();
    }
}
