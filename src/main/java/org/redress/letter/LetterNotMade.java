package org.redress.letter;

/** The PDF of a letter cannot be made. That shows when it is drafted, and it cannot be approved like this. */
public class LetterNotMade extends LetterRefused {

    LetterNotMade(LetterKind kind, Throwable cause) {
        super("The PDF of letter " + kind.code() + " (" + kind.label() + ") cannot be made, so nobody can approve it. Take out what"
                + " was written into it last, or ask for help with the log of this hour.", cause);
    }
}
