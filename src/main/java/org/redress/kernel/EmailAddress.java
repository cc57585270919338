package org.redress.kernel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What counts as an e-mail address wherever somebody enters one, and how a mail server is told of it. Letters of every script
 * may stand in it. What no mail server delivers, or would deliver to somebody else, is refused in words. Whether a letter gets
 * there, only the letter shows.
 */
public final class EmailAddress {

    private static final String EXAMPLE = "Enter an e-mail address such as name@example.org.";
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern NAME = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOTS_ASTRAY = Pattern.compile("^\\.|\\.\\.|\\.@|@\\.|\\.$");
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?");
    private static final Pattern LAST_LABEL = Pattern.compile("[a-z][a-z0-9-]+", Pattern.CASE_INSENSITIVE);

    private EmailAddress() {}

    public static boolean isOne(String text) {
        return text != null && fault(text).isEmpty();
    }

    /** What is wrong with an address, as a sentence that says what to do; empty where a letter can be sent there. */
    public static Optional<String> fault(String text) {
        if (text.codePoints().anyMatch(character -> WrittenText.isInvisible(character) || Character.getType(character) == Character.CONTROL)) {
            return Optional.of("This e-mail address holds a character that cannot be seen. Type the address again, by hand.");
        }
        int at = text.lastIndexOf('@');
        if (at < 1 || text.indexOf('@') != at || text.length() > LONGEST) {
            return Optional.of(text.chars().filter(c -> c == '@').count() > 1 ? "Enter one e-mail address only." : EXAMPLE);
        }
        if (DOTS_ASTRAY.matcher(text).find()) {
            return Optional.of("In an e-mail address no full stop stands first, last, next to the @ or next to another. Check it.");
        }
        return nameFault(text.substring(0, at)).or(() -> domainFault(text.substring(at + 1)));
    }

    /**
     * The address as a mail server is told of it: the domain in its ASCII form, the name as it is.
     *
     * @param address one that {@link #isOne(String)}
     */
    public static String forMail(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + inAscii(address.substring(at + 1));
    }

    /** Whether a mail server must know letters beyond ASCII to take an address in the form of {@link #forMail(String)}. */
    public static boolean isBeyondAscii(String forMail) {
        return forMail.chars().anyMatch(c -> c > 0x7F);
    }

    private static Optional<String> nameFault(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(EXAMPLE);
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("What stands before the @ of an e-mail address has at most " + LONGEST_NAME + " characters. Check it.");
        }
        // a full-width l is no l to a mail server, and nobody means it
        return Normalizer.normalize(name, Form.NFKC).equals(Normalizer.normalize(name, Form.NFC))
                ? Optional.empty()
                : Optional.of("A letter of this e-mail address only looks like the one that is meant. Type the address again.");
    }

    private static Optional<String> domainFault(String domain) {
        String wrong = "What stands after the @ of an e-mail address is a name such as example.org. Check it.";
        String[] labels = domain.split("\\.");
        if (labels.length < 2) {
            return Optional.of(EXAMPLE);
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches() || !staysItself(label)) {
                return Optional.of(wrong);
            }
        }
        return LAST_LABEL.matcher(inAscii(labels[labels.length - 1])).matches() ? Optional.empty() : Optional.of(wrong);
    }

    /** Whether the ASCII form leads back to the same name: of what does not, nobody can say where it leads. */
    private static boolean staysItself(String label) {
        try {
            String ascii = IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= LONGEST_LABEL
                    && (!isBeyondAscii(label)
                            || IDN.toUnicode(ascii).equals(Normalizer.normalize(label, Form.NFC).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String inAscii(String domain) {
        return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    }
}
