package org.redress.letter;

/** Someone else changed the letter first. */
public class LetterChangedMeanwhile extends LetterRefused {

    LetterChangedMeanwhile(long id, String by) {
        super("Letter " + id + " was changed by " + by + " after you opened it. Read it again, then make your change.");
    }
}
