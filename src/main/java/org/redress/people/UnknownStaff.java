package org.redress.people;

/** An account was named that nobody has. */
public class UnknownStaff extends RuntimeException {

    public UnknownStaff(String account) {
        super("Nobody has the account '" + account + "'. Choose a person from the list of staff.");
    }
}
