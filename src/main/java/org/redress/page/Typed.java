package org.redress.page;

import java.util.List;
import org.redress.kernel.Fault;
import org.redress.kernel.WrittenText;

/** What somebody typed into a field. */
final class Typed {

    private Typed() {}

    /** The text with one kind of line end and without blanks around it; empty where nothing was typed. */
    static String text(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Null where nothing was typed. */
    static String orNull(String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }

    /** What is wrong with a text that is needed, if anything. */
    static List<Fault> faults(String field, String text, String whenEmpty) {
        if (text.isEmpty()) {
            return List.of(new Fault(field, whenEmpty));
        }
        return cannotBeKept(text)
                ? List.of(new Fault(field, "Type the text again: it holds a character that cannot be kept"))
                : List.of();
    }

    /** See {@link WrittenText#fault(String)}. */
    static boolean cannotBeKept(String text) {
        return text != null && WrittenText.fault(text).isPresent();
    }
}
