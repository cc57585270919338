package org.redress.letter;

/** A letter did not leave, or nobody can say whether it did. The message is for staff and names no person. */
class NotDelivered extends Exception {

    /** What can be done about it. */
    enum Cure {
        /** nothing left; waiting may cure it */
        WAIT,
        /** nothing left and nothing will: a person must mend something */
        PERSON,
        /** it may have left: only a person can find out */
        FIND_OUT
    }

    private final Cure cure;

    NotDelivered(Cure cure, String message, Throwable cause) {
        super(message, cause);
        this.cure = cure;
    }

    Cure cure() {
        return cure;
    }
}
