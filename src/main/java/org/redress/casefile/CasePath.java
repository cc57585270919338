package org.redress.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Where a case was sent, or how it ended, for example {@code WITHDRAWN}. Which paths there are, in which words and how long a file
 * is kept after each, the kind of the case declares; see {@link org.redress.kind.Kind#pathWords}.
 *
 * @param name upper snake case, at most 30 characters
 */
public record CasePath(@JsonValue String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

    /** @throws IllegalArgumentException where the name is none */
    public CasePath {
        if (name == null || !SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("A path is called by capital letters, digits and underscores, not " + name);
        }
    }

    /** The path of this name, or null for none. */
    public static CasePath orNull(String name) {
        return name == null ? null : new CasePath(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
