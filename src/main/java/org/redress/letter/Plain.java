package org.redress.letter;

import org.redress.kernel.WrittenText;

/** Text as people and machines hand it in, made fit to be stored, printed and read. */
final class Plain {

    private Plain() {}

    /** The text as a page can show it; see {@link WrittenText#readable(String)}. */
    static String text(String raw) {
        return WrittenText.readable(raw);
    }

    /** The same text in one line, with single spaces. */
    static String line(String raw) {
        return text(raw).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** The text without blanks around it, or null where nothing is to be seen in it. */
    static String orNull(String raw) {
        String text = raw == null ? "" : text(raw).strip();
        return text.isEmpty() ? null : text;
    }

    /** A constant as a word in a sentence. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
