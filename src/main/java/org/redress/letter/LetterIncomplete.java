package org.redress.letter;

/** The file lacks something that a letter cannot do without, or its template asks for something that does not exist. */
public class LetterIncomplete extends LetterRefused {

    private final LetterKind kind;
    private final String placeholder;

    LetterIncomplete(LetterKind kind, String placeholder, Throwable cause) {
        super("Letter " + kind.code() + " (" + kind.label() + ") has no value for '" + placeholder + "'.", cause);
        this.kind = kind;
        this.placeholder = placeholder;
    }

    /** Which letter. */
    public LetterKind kind() {
        return kind;
    }

    /** The template's name for what is missing, for example {@code model.replyBy}. */
    public String placeholder() {
        return placeholder;
    }
}
