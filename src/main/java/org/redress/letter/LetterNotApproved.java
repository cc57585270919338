package org.redress.letter;

/** A letter was to be sent that nobody has approved. */
public class LetterNotApproved extends LetterRefused {

    LetterNotApproved(long id, LetterStatus status) {
        super("Letter " + id + " is " + Plain.word(status) + ". Only an approved letter can be sent.");
    }
}
