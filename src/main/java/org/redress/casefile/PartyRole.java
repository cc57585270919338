package org.redress.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a person is to the case, for example {@code INTERESTED_PERSON}. Which parts there are, and in which words, the kind of the
 * case declares; see {@link org.redress.kind.Kind#partyWords}.
 *
 * @param name upper snake case, at most 30 characters
 */
public record PartyRole(@JsonValue String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

    /** @throws IllegalArgumentException where the name is none */
    public PartyRole {
        if (name == null || !SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("A part in a case is called by capital letters, digits and underscores, not " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
