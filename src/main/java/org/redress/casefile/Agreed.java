package org.redress.casefile;

import org.redress.kernel.InWords;

/**
 * What was agreed with somebody about how we write to them. Letters keep to it, whatever words the person used to ask.
 *
 * @param largePrint whether every letter is set in 18 point
 * @param paperColour on which paper letters are printed; null where it does not matter
 * @param otherForm a form that somebody must arrange, so that no plain letter leaves before; null where none
 * @param formNote what to arrange, for example which language; null where the form says it all
 */
public record Agreed(boolean largePrint, String paperColour, Form otherForm, String formNote) {

    public static final Agreed NOTHING = new Agreed(false, null, null, null);

    /** A form that this house does not make itself. */
    public enum Form implements InWords {
        AUDIO("As sound"),
        BRAILLE("In braille"),
        EASY_READ("In Easy Read"),
        OTHER_LANGUAGE("In another language");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    public Agreed {
        paperColour = blankToNull(paperColour);
        formNote = otherForm == null ? null : blankToNull(formNote);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
