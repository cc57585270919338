package org.redress.letter;

/** Text as people and machines hand it in, made fit to be stored, printed and read. */
final class Plain {

    private Plain() {}

    /** The same text without what no database and no page can hold: NUL, control characters, half of a character. */
    static String text(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            if (character == '\n' || character == '\t') {
                kept.append((char) character);
            } else if (character >= 0xD800 && character <= 0xDFFF
                    || (character & 0xFFFE) == 0xFFFE
                    || character >= 0xFDD0 && character <= 0xFDEF
                    || Character.getType(character) == Character.CONTROL) {
                kept.append('\uFFFD');
            } else {
                kept.appendCodePoint(character);
            }
        });
        return kept.toString();
    }

    /** The same text in one line, with single spaces. */
    static String line(String raw) {
        return text(raw).replaceAll("\\s+", " ").strip();
    }

    /** A constant as a word in a sentence. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
