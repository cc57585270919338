package org.redress.retention;

import org.redress.casefile.CasePath;

/**
 * How long the file of a case is kept.
 *
 * @param caseKind the kind of case that ends so, for example {@code XX}
 * @param path how the case ended
 * @param ending the same in words
 * @param years from the day of closing, at least 1
 * @param provision what the number rests on
 * @param verified false where nobody has confirmed it yet
 * @param note what a person should know before relying on it
 */
public record RetentionRule(
        String caseKind, CasePath path, String ending, int years, String provision, boolean verified, String note) {

    /** The rule in one sentence, with its doubt. */
    public String words() {
        return "The file is kept for " + years + (years == 1 ? " year" : " years") + " from the day of closing (" + provision + ")."
                + (verified ? "" : " " + (note.isBlank() ? "Not confirmed: check before relying on this." : note));
    }
}
