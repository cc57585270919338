package org.redress.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as a person writes it: "27 March 2026", "27/3/2026" or "2026-03-27". Digits are day, month and year, as people write
 * them here, whatever browser or machine they were typed on. What can be no day, or more than one, is refused in words: a day
 * that somebody did not mean is worse than none. {@code redress-days.js} reads days by the same rules.
 *
 * @param day the day that was meant; null where the words are none
 * @param fault what to do about the words, as a sentence; null where they are a day
 */
public record WrittenDay(LocalDate day, String fault) {

    /** No matter of this work lies before; a year outside is a slip. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2099;

    private static final int LONGEST = 100;
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2}) ?[./-] ?(\\d{1,2}) ?[./-] ?(\\d{1,4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\\.?,? (\\d{1,4})");
    private static final Pattern NAME_AND_DAY = Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{1,4})");

    /** Reads what somebody wrote. */
    public static WrittenDay read(String written) {
        if (written == null || written.length() > LONGEST) {
            return unread();
        }
        String text = written.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT);
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return of(number(digits.group(1)), number(digits.group(2)), digits.group(3));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(number(yearFirst.group(3)), number(yearFirst.group(2)), yearFirst.group(1));
        }
        Matcher named = DAY_AND_NAME.matcher(text);
        if (named.matches()) {
            return named(named.group(1), named.group(2), named.group(3));
        }
        Matcher nameFirst = NAME_AND_DAY.matcher(text);
        return nameFirst.matches() ? named(nameFirst.group(2), nameFirst.group(1), nameFirst.group(3)) : unread();
    }

    /** The day in words, as it is written everywhere in this house. */
    public static String words(LocalDate day) {
        return WORDS.format(day);
    }

    private static WrittenDay named(String day, String name, String year) {
        Optional<Month> month = month(name);
        return month.isPresent() ? of(number(day), month.get().getValue(), year) : unread();
    }

    private static WrittenDay of(int day, int month, String year) {
        if (year.length() != 4) {
            return refused("Write the year with four digits, such as 2026: a shorter one can be taken for another year.");
        }
        if (month < 1 || month > 12) {
            return refused("There is no month " + month + ". Write the day first and then the month, such as 27/3/2026.");
        }
        if (number(year) < FIRST_YEAR || number(year) > LAST_YEAR) {
            return refused("Check the year: write one from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        try {
            return new WrittenDay(LocalDate.of(number(year), month, day), null);
        } catch (DateTimeException noSuchDay) {
            String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
            return refused("There is no " + day + " " + name + " " + year + ". Check the day and the month.");
        }
    }

    private static WrittenDay unread() {
        return refused("Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.");
    }

    private static WrittenDay refused(String fault) {
        return new WrittenDay(null, fault);
    }

    private static Optional<Month> month(String name) {
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.ROOT);
            if (full.startsWith(name)) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
