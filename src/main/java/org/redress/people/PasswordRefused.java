package org.redress.people;

/** A password that was not changed; the message says why and what to do. */
public class PasswordRefused extends RuntimeException {

    private final boolean old;

    /** @param old whether it is the old password that is wrong */
    public PasswordRefused(boolean old, String message) {
        super(message);
        this.old = old;
    }

    /** Whether the old password was wrong; otherwise the new one was. */
    public boolean oldIsWrong() {
        return old;
    }
}
