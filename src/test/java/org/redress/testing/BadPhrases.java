package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** Words that stood in letters and told their readers what is not so, or spoke to somebody else. */
public final class BadPhrases {

    private static final List<Pattern> IN_ANY = patterns(
            "You may think that we got the law wrong",
            "must do it, not we",
            "It will tell you if that affects you",
            "now has to do what",
            "It wrote this on",
            "told unknown",
            "day \\d+ of 28",
            "regulation [^;)]*, para ",
            "regulation \\d+\\([a-z]\\), paragraph",
            "\\.(txt|pdf|docx?|xlsx?|eml|msg|jpe?g|png|mp4)\\b");
    private static final List<Pattern> TO_THE_FORCE = patterns(
            "your review", "your complaint", "uphold your", "you told us", "We ask the police force to", "that the police force should:",
            "it has begun", "if its report");
    private static final List<Pattern> TO_OTHERS = patterns(
            "your review", "your complaint", "uphold your", "agree with you", "you told us", "You asked us");

    private BadPhrases() {}

    /** @param role the role of the reader, for example {@code FORCE} */
    public static void mustNotBeIn(String letter, String role, String text) {
        String line = text.replaceAll("\\s+", " ");
        assertThat(IN_ANY).as(letter).noneMatch(phrase -> phrase.matcher(line).find());
        if (role.equals("FORCE")) {
            assertThat(TO_THE_FORCE).as(letter).noneMatch(phrase -> phrase.matcher(line).find());
        }
        if (role.equals("PERSON_COMPLAINED_AGAINST") || role.equals("INTERESTED_PERSON")) {
            assertThat(TO_OTHERS).as(letter).noneMatch(phrase -> phrase.matcher(line).find());
        }
        if (line.contains("has not decided the complaint yet")) {
            assertThat(line).as(letter).doesNotContain("gives no right");
        }
        if (line.contains("not as a complaint.")) {
            assertThat(line).as(letter).doesNotContain("must then record it");
        }
    }

    private static List<Pattern> patterns(String... phrases) {
        return java.util.Arrays.stream(phrases).map(phrase -> Pattern.compile(phrase, Pattern.CASE_INSENSITIVE)).toList();
    }
}
