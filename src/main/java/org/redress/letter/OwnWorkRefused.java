package org.redress.letter;

/** The author of a letter asked to approve it. */
public class OwnWorkRefused extends LetterRefused {

    OwnWorkRefused(long id) {
        super("You wrote words in letter " + id + ", so someone else must approve it.");
    }
}
