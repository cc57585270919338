package org.redress.casefile;

/** No case of that reference, or none that the person may know of: both read alike, on purpose. */
public class CaseNotFound extends RuntimeException {

    public CaseNotFound(String reference) {
        super("No case has the reference " + reference + ". Check the reference, letter by letter.");
    }
}
