package org.redress.casefile;

import java.util.regex.Pattern;

/** What counts as an e-mail address wherever somebody enters one. Whether a letter gets there, only the letter shows. */
public final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");

    private EmailAddress() {}

    public static boolean isOne(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }
}
