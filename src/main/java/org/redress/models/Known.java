package org.redress.models;

import java.util.Set;

/**
 * What the files may refer to besides each other.
 *
 * @param calls what diagrams may call
 * @param variables the names in the variable register
 */
public record Known(KnownCalls calls, Set<String> variables) {

    public Known {
        variables = Set.copyOf(variables);
    }
}
