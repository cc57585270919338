package org.redress.letter;

/**
 * A notice or letter of a procedure, by the code that the case file and the diagrams use. Which there are, each kind of case
 * declares; see {@link LetterKinds}.
 *
 * @param code the code on the file, for example {@code N8}
 * @param label what staff call the letter
 * @param template the template's place below {@code letters/}, without its ending
 * @param goesTo who such a letter goes to, in words
 */
public record LetterKind(String code, String label, String template, String goesTo) {

    /** The code: what acts and logs say. */
    @Override
    public String toString() {
        return code;
    }
}
