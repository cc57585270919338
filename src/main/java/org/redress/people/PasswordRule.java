package org.redress.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a password must be: long, not one of those that are guessed first, and not the account's own name. Nothing is asked
 * of its kinds of characters, because that makes passwords worse and not better.
 */
public final class PasswordRule {

    /** The shortest password, in characters. */
    public static final int SHORTEST = 12;

    /** The longest password, in characters: nobody types more, and hashing it takes time. */
    public static final int LONGEST = 500;

    /** A shorter account name stands in too many good passwords by chance. */
    private static final int NAME_THAT_SHOWS = 4;

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    public static boolean longEnough(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    /** Whether it is guessed first: a common password, one with digits and signs around it, or a short piece over and over. */
    public static boolean common(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        String core = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return COMMON.contains(plain) || COMMON.contains(core) || repeats(plain) || COMMON.contains(half(plain));
    }

    /** Whether it holds the name of the account, or the other way round. */
    public static boolean namesAccount(String password, String account) {
        if (account == null || account.isBlank()) {
            return false;
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String name = account.toLowerCase(Locale.ROOT);
        return plain.equals(name) || name.length() >= NAME_THAT_SHOWS && plain.contains(name);
    }

    /** What is wrong with a password, as a sentence that says what to do; empty where it may be used. */
    public static Optional<String> fault(String password, String account) {
        if (!longEnough(password)) {
            return Optional.of("The password must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (namesAccount(password, account)) {
            return Optional.of("The password must not hold the name of the account");
        }
        if (common(password)) {
            return Optional.of("The password is one of those that are guessed first: choose three words that do not belong together");
        }
        return Optional.empty();
    }

    private static boolean repeats(String plain) {
        return plain.matches("(?s)(.{1,4})\\1{2,}.{0,3}");
    }

    private static String half(String plain) {
        String first = plain.substring(0, plain.length() / 2);
        return plain.equals(first + first) ? first : "";
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("security/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }
}
