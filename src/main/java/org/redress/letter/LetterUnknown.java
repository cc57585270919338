package org.redress.letter;

/** There is no such letter. */
public class LetterUnknown extends LetterRefused {

    public LetterUnknown(long id) {
        super("There is no letter " + id + ".");
    }
}
