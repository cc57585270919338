package org.redress.kernel;

import java.util.Optional;

/**
 * What a name of a person, an account or a group must be, whichever door it comes through. Names of every script and shape
 * are names; what cannot be seen, does not fit on one line or is longer than any name is a slip, or made to deceive.
 */
public final class Names {

    /** The longest name, in characters as people count them. */
    public static final int LONGEST = 200;

    private Names() {}

    /** What is wrong with a name, as a sentence that says what to do; empty where it may be used. */
    public static Optional<String> fault(String name) {
        if (nothingVisible(name)) {
            return Optional.of("This name holds nothing that can be seen. Type the name.");
        }
        if (name.codePoints().anyMatch(Names::breaksTheLine)) {
            return Optional.of("A name stands on one line. Take out the line breaks, tabs and control characters.");
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            return Optional.of("A name has at most " + LONGEST + " characters; this one has " + length + ". Shorten it.");
        }
        return Optional.empty();
    }

    /** Whether there is nothing to see in it; see {@link WrittenText#nothingVisible(String)}. */
    public static boolean nothingVisible(String text) {
        return WrittenText.nothingVisible(text);
    }

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
