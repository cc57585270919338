package org.redress.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest act of the record at some moment. Whoever keeps it elsewhere can later tell that the record was cut or
 * written anew.
 *
 * @param number 0 where the record is empty
 * @param hash 64 hexadecimal digits
 */
public record Head(long number, String hash) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads {@code 1234:ab12…}, as it is printed on exports; empty where the text is none. */
    public static Optional<Head> read(String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text.strip().toLowerCase(java.util.Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** As it is printed on exports. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
