package org.redress.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case's reference, such as {@code RV/2026/000042K}: kind of case, year, running number and a check character that catches any one
 * wrong digit and any two swapped neighbours. It says nothing about a person and can be read aloud.
 */
public final class CaseReference {

    /** Twenty-three letters, a prime number; A, I and O are left out because they are misheard or misread. */
    private static final String CHECK = "BCDEFGHJKLMNPQRSTUVWXYZ";

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2})[/-](\\d{4})[/-](\\d{6})([A-Z])");

    private static final Pattern KIND = Pattern.compile("[A-Z]{2}");

    private CaseReference() {}

    /**
     * The reference of the n-th case of a kind in a year.
     *
     * @param kind two letters, for example {@code RV}
     * @param year four digits
     * @param number 1 to 999,999
     */
    public static String of(String kind, int year, int number) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A kind of case has two capital letters, not " + kind);
        }
        if (year < 1000 || year > 9999 || number < 1 || number > 999_999) {
            throw new IllegalArgumentException("A case number runs from 1 to 999,999 within a four-digit year");
        }
        return "%s/%d/%06d%c".formatted(kind, year, number, check(year, number));
    }

    /**
     * Reads a reference as people and addresses write it, with slashes or hyphens, in either case.
     *
     * @return the reference in its one true spelling, or nothing where it is none or its check character is wrong
     */
    public static Optional<String> read(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(2));
        int number = Integer.parseInt(matcher.group(3));
        boolean fits = year >= 1000 && number > 0 && matcher.group(4).charAt(0) == check(year, number);
        return fits ? Optional.of(of(matcher.group(1), year, number)) : Optional.empty();
    }

    /** The reference as it stands in an address: {@code RV-2026-000042K}. */
    public static String inAddress(String reference) {
        return reference.replace('/', '-');
    }

    private static char check(int year, int number) {
        return CHECK.charAt((int) ((year * 1_000_000L + number) % CHECK.length()));
    }
}
