package org.redress.people;

/** The passwords of local accounts, wherever they are kept. */
public interface Passwords {

    /** Whether the account signs in with a password of its own, and not at the organisation's provider. */
    boolean localTo(String account);

    /**
     * Changes a person's own password. Sessions that began with the old one end.
     *
     * @throws org.redress.draft.ChangedMeanwhile where it was changed in another place at the same time
     * @throws PasswordRefused where the old one is wrong or the new one does not keep the {@link PasswordRule}
     */
    void change(String account, String old, String wanted);
}
