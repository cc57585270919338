package org.redress.models;

import java.util.Locale;

/**
 * One thing that is wrong with a file, for the person who drew or wrote it.
 *
 * @param file the name that it was handed in by
 * @param element what people read on the element, or null where the file as a whole is meant
 * @param elementId the element's id, or null
 * @param rule which rule was broken
 * @param why what is wrong
 * @param remedy what to do
 */
public record Finding(String file, String element, String elementId, GateRule rule, String why, String remedy) {

    /** The longest piece of a file that is quoted back. */
    private static final int LONGEST_QUOTE = 80;

    /** The rule's stable name, such as {@code code-class}. */
    public String ruleId() {
        return rule.id();
    }

    /** Whether this keeps the file from being deployed; it is advice otherwise. */
    public boolean refuses() {
        return rule.refuses();
    }

    /** Where, what and what to do, in one line. */
    public String words() {
        String where = element == null && elementId == null
                ? ""
                : ", " + (element == null ? elementId : "“" + element + "”" + (elementId == null ? "" : " (" + elementId + ")"));
        return file + where + ": " + why + " " + remedy + " [" + ruleId() + "]";
    }

    /** A piece of a file as it may be quoted: short, in one line, nothing invisible. */
    static String quote(String text) {
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "…";
    }

    static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
