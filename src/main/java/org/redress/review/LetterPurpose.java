package org.redress.review;

import java.util.regex.Pattern;
import org.redress.casefile.CaseFile;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;

/**
 * What letters of a review belong together: they are drafted, approved and sent as one. {@code review.yml} declares which letters
 * each purpose has; Java speaks of those that stand here.
 *
 * @param name upper snake case
 */
public record LetterPurpose(String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]*");

    public static final LetterPurpose ACKNOWLEDGEMENT = new LetterPurpose("ACKNOWLEDGEMENT");
    public static final LetterPurpose ASKING = new LetterPurpose("ASKING");
    public static final LetterPurpose FORWARDING = new LetterPurpose("FORWARDING");

    /** Another local policing body must decide. */
    public static final LetterPurpose OTHER_BODY = new LetterPurpose("OTHER_BODY");

    /** With a person's reasons, or because the case was withdrawn. */
    public static final LetterPurpose REFUSAL = new LetterPurpose("REFUSAL");

    /** About a notice of withdrawal that nobody signed. */
    public static final LetterPurpose WITHDRAWAL = new LetterPurpose("WITHDRAWAL");

    public static final LetterPurpose NOTICE = new LetterPurpose("NOTICE");
    public static final LetterPurpose PROGRESS = new LetterPurpose("PROGRESS");
    public static final LetterPurpose OUTCOME = new LetterPurpose("OUTCOME");

    /** @throws IllegalArgumentException where the name is none */
    public LetterPurpose {
        if (name == null || !SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("A purpose is called by capital letters, digits and underscores, not " + name);
        }
    }

    /** A letter of this purpose with what it says. */
    Draft draft(CaseFile file, String kind, Addressee to, String author, Record model) {
        return new Draft(file.reference(), kind, name, to, model, author);
    }

    @Override
    public String toString() {
        return name;
    }
}
