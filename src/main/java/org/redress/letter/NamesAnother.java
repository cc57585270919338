package org.redress.letter;

/** A letter would have told its addressee another person's name. */
public class NamesAnother extends LetterRefused {

    NamesAnother(LetterKind kind, Addressee.Role role) {
        super("Letter " + kind.code() + " to the " + Plain.word(role)
                + " must not name the complainant. Draft it without the name.");
    }
}
