package org.redress.letter;

/**
 * What a letter is drafted from.
 *
 * @param caseReference the case, for example {@code RV/2026/000042K}
 * @param kind the code of the letter, as its kind of case declares it
 * @param purpose what the letter belongs to, for example {@code OUTCOME}; letters of one purpose are approved and sent
 *     together
 * @param to who it goes to
 * @param model the facts that the template needs: one of the records of the procedure's {@code letters} package
 * @param author the account whose words the letter carries, or {@link #STANDARD_TEXT}
 */
public record Draft(
        String caseReference, String kind, String purpose, Addressee to, Record model, String author) {

    /** The author of a letter that is standard text filled in from the file. */
    public static final String STANDARD_TEXT = "redress";

    public Draft {
        if (caseReference == null || kind == null || purpose == null || to == null || model == null) {
            throw new IllegalArgumentException("A draft needs a case, a kind, a purpose, an addressee and a model");
        }
        author = author == null || author.isBlank() ? STANDARD_TEXT : author;
    }
}
