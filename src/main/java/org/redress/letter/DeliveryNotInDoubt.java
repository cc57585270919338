package org.redress.letter;

/** A person settled what became of a letter about which there is no doubt. */
public class DeliveryNotInDoubt extends LetterRefused {

    DeliveryNotInDoubt(long id, Delivery delivery) {
        super("Letter " + id + " does not wait for a person to settle its sending"
                + (delivery == null ? "." : ": it is " + Plain.word(delivery) + "."));
    }
}
