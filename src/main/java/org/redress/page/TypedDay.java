package org.redress.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** A day as somebody typed it: "27 March 2026", "27/3/2026" or "2026-03-27". */
final class TypedDay {

    private static final List<DateTimeFormatter> WAYS =
            List.of(way("d MMMM uuuu"), way("d MMM uuuu"), way("d/M/uuuu"), way("uuuu-MM-dd"));

    private TypedDay() {}

    /** The day, or null where the words are none. */
    static LocalDate read(String typed) {
        String text = Typed.text(typed).replaceAll("\\s+", " ");
        for (DateTimeFormatter way : WAYS) {
            try {
                return LocalDate.parse(text, way);
            } catch (DateTimeException e) {
                // tried in the next way
            }
        }
        return null;
    }

    private static DateTimeFormatter way(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
