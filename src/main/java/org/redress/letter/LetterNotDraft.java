package org.redress.letter;

/** A change or an approval was asked of a letter that is no longer a draft. */
public class LetterNotDraft extends LetterRefused {

    LetterNotDraft(long id, LetterStatus status, String by) {
        super("Letter " + id + " is already " + Plain.word(status) + (by == null ? "" : ", approved by " + by)
                + ". It can no longer change.");
    }
}
