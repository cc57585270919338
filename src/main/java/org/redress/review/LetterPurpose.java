package org.redress.review;

import org.redress.casefile.CaseFile;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;

/** What letters of a review belong together: they are drafted, approved and sent as one. */
public enum LetterPurpose {
    /** N1 */
    ACKNOWLEDGEMENT,
    /** N2 */
    ASKING,
    /** N3 */
    FORWARDING,
    /** N4 where another local policing body must decide */
    OTHER_BODY,
    /** N4 with a person's reasons, or N14 where the case was withdrawn */
    REFUSAL,
    /** N2 about a notice of withdrawal that nobody signed */
    WITHDRAWAL,
    /** N5 and N6 */
    NOTICE,
    /** N7 */
    PROGRESS,
    /** N8, N9 and N10, and N11 where something is recommended */
    OUTCOME;

    /** A letter of this purpose with what it says. */
    Draft draft(CaseFile file, String kind, Addressee to, String author, Record model) {
        return new Draft(file.reference(), kind, name(), to, model, author);
    }
}
