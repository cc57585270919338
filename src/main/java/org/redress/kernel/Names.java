package org.redress.kernel;

import java.util.Optional;

/**
 * What a name of a person, an account or a group must be, whichever door it comes through. Names of every script and shape
 * are names; what cannot be seen, does not fit on one line or is longer than any name is a slip, or made to deceive.
 */
public final class Names {

    /** The longest name, in characters as people count them. */
    public static final int LONGEST = 200;

    /** They count as letters or signs and show nothing: the fillers of Hangul, and the empty Braille pattern. */
    private static final String EMPTY_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

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

    /** Whether there is nothing to see in it: no character, or only blanks, marks without a letter, and invisible ones. */
    public static boolean nothingVisible(String text) {
        return text == null || text.codePoints().noneMatch(Names::shows);
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
            default -> EMPTY_LETTERS.indexOf(character) < 0;
        };
    }

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
