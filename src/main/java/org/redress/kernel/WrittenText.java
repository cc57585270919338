package org.redress.kernel;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What text may be kept, and what of it shows: the one rule, whichever door it comes through. Text is kept as it was written;
 * only what no database can hold is refused. Whatever goes onto a page is made readable first.
 */
public final class WrittenText {

    /** Stands for what was written and cannot be read. */
    public static final char UNREADABLE = '\uFFFD';

    /** They count as letters or signs and show nothing: the fillers of Hangul, and the empty Braille pattern. */
    private static final String EMPTY_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    /** They count as marks and show nothing: the grapheme joiner, and two vowels of Khmer that nobody writes. */
    private static final String EMPTY_MARKS = "\u034F\u17B4\u17B5";

    private static final int NOT_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private WrittenText() {}

    /** Why a text cannot be kept as it is, as a sentence that says what to do; empty where it can. */
    public static Optional<String> fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("Take out the NUL character.");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("Take out the half character (a surrogate without its pair) at position " + i + ".");
            }
        }
        return Optional.empty();
    }

    /** Whether there is nothing to see in it: no character, or only blanks, marks without a letter, and invisible ones. */
    public static boolean nothingVisible(String text) {
        return text == null || text.codePoints().noneMatch(WrittenText::shows);
    }

    /** Whether a character only steers the text around it and leaves no ink: direction marks, joiners, variation selectors. */
    public static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || isVariation(character)
                || character >= 0xE0000 && character <= 0xE0FFF
                || EMPTY_LETTERS.indexOf(character) >= 0
                || EMPTY_MARKS.indexOf(character) >= 0;
    }

    /**
     * The text as a page can show it. The breaks of every word processor become line breaks, a break of pages or paragraphs an
     * empty line; a line with nothing to see becomes empty; a letter and its marks become one where there is such a character.
     * What is invisible goes, but for the joiners that a script needs within a word. What cannot be read shows as
     * {@link #UNREADABLE}.
     */
    public static String readable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            switch (character) {
                case '\n', '\r', '\u000B', '\u0085', '\u2028' -> endLine(kept).append('\n');
                case '\f', '\u2029' -> endLine(kept).append("\n\n");
                default -> keep(kept, character);
            }
        });
        return Normalizer.normalize(endLine(kept), Normalizer.Form.NFC);
    }

    private static void keep(StringBuilder kept, int character) {
        if (character == NOT_JOINER || character == JOINER || isVariation(character)) {
            if (!kept.isEmpty() && showsItself(kept.codePointBefore(kept.length()))) {
                kept.appendCodePoint(character);
            }
        } else if (character == '\t') {
            kept.append('\t');
        } else if (Character.getType(character) == Character.CONTROL || Character.getType(character) == Character.SURROGATE) {
            kept.append(UNREADABLE);
        } else if (!isInvisible(character) && !isNoCharacter(character)) {
            kept.appendCodePoint(character);
        }
    }

    /** A line of blanks alone is an empty one. */
    private static StringBuilder endLine(StringBuilder kept) {
        int start = kept.lastIndexOf("\n") + 1;
        if (kept.substring(start).codePoints().allMatch(WrittenText::isBlank)) {
            kept.setLength(start);
        }
        return kept;
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
            default -> EMPTY_LETTERS.indexOf(character) < 0;
        };
    }

    private static boolean showsItself(int character) {
        return !isInvisible(character) && !isBlank(character);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180F;
    }

    /** Places of Unicode that never hold a character; readers of PDF put one where a word was broken at the end of a line. */
    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }
}
