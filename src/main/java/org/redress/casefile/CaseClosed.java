package org.redress.casefile;

/** The case is closed, so what was asked cannot be done to it. */
public class CaseClosed extends RuntimeException {

    public CaseClosed(String reference) {
        super("Case " + reference + " is closed. A new application is needed to open the matter again.");
    }
}
