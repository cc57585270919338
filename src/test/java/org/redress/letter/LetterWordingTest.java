package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.testing.BadPhrases;

/**
 * The words of the letters. After a change of wording write the kept texts anew with
 * {@code ./mvnw test -Dtest=LetterWordingTest -Dletters.write=true}, then read the difference before committing it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LetterWordingTest {

    private static final Path KEPT = Path.of("src/test/resources/letters");
    private static final int LONGEST_SENTENCE = 25;
    private static final double MEAN_SENTENCE = 15;
    private static final double READING_GRADE = 6;
    private static final double PASSIVE_SHARE = 0.10;
    private static final List<String> WORDS_TO_AVOID = List.of("please", "sorry", "invalid", "forbidden", "illegal",
            "hereby", "pursuant", "aforementioned", "herewith", "thereof", "in respect of", "with regard to",
            "prior to", "commence", "terminate", "utilise", "endeavour", "in the event of", "should you wish",
            "do not hesitate", "appellant", "null", "undefined");
    private static final Set<String> IRREGULAR = Set.of("told", "sent", "given", "made", "taken", "left", "seen", "kept",
            "held", "done", "found", "met", "begun", "written", "set", "put", "paid", "known", "brought", "shown");

    static Stream<LetterSamples.Sample> usual() {
        return LetterSamples.usual().stream();
    }

    static Stream<LetterSamples.Sample> everything() {
        return LetterSamples.everything();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void a_letter_reads_as_the_text_that_is_kept(LetterSamples.Sample sample) throws IOException {
        String text = RenderingBench.render(sample).text();
        Path kept = KEPT.resolve(sample.name().replaceAll("[^A-Za-z0-9]+", "-") + ".txt");
        if (Boolean.getBoolean("letters.write")) {
            Files.createDirectories(KEPT);
            Files.writeString(kept, text);
        }

        assertThat(kept).as("write it with -Dletters.write=true, then read it").exists();
        assertThat(text).isEqualTo(Files.readString(kept).replace("\r\n", "\n"));
    }

    @Test
    void no_kept_text_is_left_over_from_a_letter_that_is_gone() throws IOException {
        Set<String> expected = usual().map(sample -> sample.name().replaceAll("[^A-Za-z0-9]+", "-") + ".txt")
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(KEPT)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void every_kind_of_letter_has_a_kept_text() {
        assertThat(usual().map(LetterSamples.Sample::kind).distinct()).containsExactlyInAnyOrder(LetterSamples.KINDS.all().toArray(LetterKind[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void nothing_is_empty_or_left_unfilled(LetterSamples.Sample sample) {
        Document page = Jsoup.parse(RenderingBench.render(sample).html());

        for (Element heading : page.select("h1, h2, h3")) {
            assertThat(heading.text()).as("heading").isNotBlank();
            Element next = heading.nextElementSibling();
            assertThat(next).as("what stands under '%s'", heading.text()).isNotNull();
            if (!("h2".equals(heading.normalName()) && next.nameIs("h3"))) {
                assertThat(next.normalName()).as("what stands under '%s'", heading.text()).isNotIn("h1", "h2", "h3");
            }
            assertThat(next.text()).as("what stands under '%s'", heading.text()).isNotBlank();
        }
        assertThat(page.select("p, li, ul, h1, h2, h3")).allSatisfy(part -> assertThat(part.text()).isNotBlank());
        fixedText(page).forEach(sentence ->
                assertThat(sentence).doesNotContain("{", "}", "null", "??", "[]").doesNotContainPattern("\\s[.,:;]"));
    }

    @Test
    void the_words_are_plain() {
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> byLetter = sentencesByLetter();
        Set<String> all = new TreeSet<>();
        byLetter.forEach((letter, sentences) -> {
            all.addAll(sentences);
            double mean = sentences.stream().mapToInt(LetterWordingTest::words).average().orElse(0);
            if (mean > MEAN_SENTENCE) {
                faults.add(letter + ": mean sentence " + mean + " words");
            }
            double grade = grade(sentences);
            if (grade > READING_GRADE) {
                faults.add(String.format(Locale.ROOT, "%s: reading grade %.1f", letter, grade));
            }
        });
        for (String sentence : all) {
            if (words(sentence) > LONGEST_SENTENCE) {
                faults.add(words(sentence) + " words: " + sentence);
            }
            WORDS_TO_AVOID.stream()
                    .filter(word -> Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE).matcher(sentence).find())
                    .forEach(word -> faults.add("'" + word + "': " + sentence));
        }
        List<String> passive = all.stream().filter(LetterWordingTest::isPassive).toList();
        if (passive.size() > PASSIVE_SHARE * all.size()) {
            faults.add(passive.size() + " of " + all.size() + " sentences are passive:\n  " + String.join("\n  ", passive));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void a_letter_with_an_outcome_says_what_upheld_means() {
        usual().filter(sample -> Set.of(LetterSamples.kind("N8"), LetterSamples.kind("N10")).contains(sample.kind()))
                .forEach(sample -> assertThat(RenderingBench.render(sample).text())
                        .containsAnyOf("“Upheld” means", "“Not upheld” means"));
    }

    @Test
    void the_outcome_to_the_complainant_keeps_its_order() {
        usual().filter(sample -> sample.kind().equals(LetterSamples.kind("N8"))).forEach(sample -> {
            Document page = Jsoup.parse(RenderingBench.render(sample).html());
            assertThat(page.select("h2").eachText()).startsWith("Our decision", "What this means for you",
                    "What you asked us to review", "What we looked at", "Our reasons",
                    "What we have asked the police to do", "What happens next, and what you can do if you disagree",
                    "How to reach us");
        });
    }

    @Test
    void no_letter_states_as_law_what_nobody_has_checked() {
        usual().forEach(sample -> assertThat(RenderingBench.render(sample).text())
                .as(sample.name())
                .doesNotContain("regulation 30", "28ZA", "paragraph 6A", "25(4", "28 working days", "compensation"));
        usual().filter(sample -> Set.of(LetterSamples.kind("N8"), LetterSamples.kind("N9"), LetterSamples.kind("N11"), LetterSamples.kind("N12"))
                        .contains(sample.kind()))
                .forEach(sample -> assertThat(RenderingBench.render(sample).text()).doesNotContain("28 days"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void no_letter_says_what_is_not_so_or_speaks_to_somebody_else(LetterSamples.Sample sample) {
        BadPhrases.mustNotBeIn(sample.name(), sample.to().role().name(), RenderingBench.render(sample).text());
    }

    @Test
    void who_decided_and_how_to_complain_about_us_stands_in_every_decision() {
        usual().filter(sample -> Set.of("N8", "N10").contains(sample.kind().code()) || sample.name().startsWith("N4 no right"))
                .forEach(sample -> assertThat(RenderingBench.render(sample).text()).as(sample.name())
                        .contains("A caseworker of our reviews team", "How to complain about us", "complaints@mopac.example.org"));
    }

    private static Map<String, Set<String>> sentencesByLetter() {
        Map<String, Set<String>> sentences = new TreeMap<>();
        usual().forEach(sample -> sentences.computeIfAbsent(sample.kind().code(), any -> new TreeSet<>())
                .addAll(fixedText(Jsoup.parse(RenderingBench.render(sample).html()))));
        return sentences;
    }

    /** The sentences that stand in the templates; what came from the file is left out. */
    private static List<String> fixedText(Document page) {
        page.select("span.from-file").forEach(inline -> inline.removeClass("from-file").text("X"));
        page.select(".from-file, .papers, .first-page-head, .about, .running, .sign-off, script, style").remove();
        List<String> sentences = new ArrayList<>();
        for (Element part : page.body().select("p, li, h1, h2, h3")) {
            if (part.text().startsWith("Dear ")) {
                continue;
            }
            String text = part.text().replaceAll("\\((?=Police (Reform|\\(Complaints))[^)]*(\\([^)]*\\)[^()]*)*\\)?", "");
            for (String sentence : text.split("(?<=[.?!])\\s+(?=[A-Z“])")) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence.strip());
                }
            }
        }
        return sentences;
    }

    private static int words(String sentence) {
        return (int) Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'./@-]*").matcher(sentence).results().count();
    }

    /** Flesch and Kincaid's reading grade. */
    private static double grade(Set<String> sentences) {
        Set<String> whole = sentences.stream().filter(sentence -> sentence.matches(".*[.?!]")).collect(Collectors.toSet());
        double words = whole.stream().mapToInt(LetterWordingTest::words).sum();
        double syllables = whole.stream().flatMap(sentence -> Pattern.compile("\\p{L}+").matcher(sentence).results())
                .mapToInt(word -> syllables(word.group().toLowerCase(Locale.ROOT))).sum();
        return 0.39 * words / whole.size() + 11.8 * syllables / words - 15.59;
    }

    private static int syllables(String word) {
        String spoken = word.length() > 3 ? word.replaceAll("(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$", "") : word;
        return Math.max(1, (int) Pattern.compile("[aeiouy]{1,2}").matcher(spoken).results().count());
    }

    private static boolean isPassive(String sentence) {
        return Pattern.compile("\\b(am|is|are|was|were|be|been|being)\\s+(?:not\\s+|also\\s+)?(\\p{L}+)").matcher(sentence)
                .results().map(found -> found.group(2))
                .anyMatch(word -> word.endsWith("ed") && word.length() > 4 || IRREGULAR.contains(word));
    }
}
