package org.redress.letter;

/** The words that a person wants to add to a letter are too many. */
public class AdditionTooLong extends LetterRefused {

    AdditionTooLong(int length, int longest) {
        super("The text you add has " + length + " characters. Use " + longest + " or fewer.");
    }
}
