package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.ComplaintReference;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.review.letters.RequestForInformation;
import org.redress.rules.Rule;

/** What a person wrote reaches the page as they wrote it, and does nothing there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LetterRendererTest {

    static Stream<LetterSamples.Sample> hostile() {
        return LetterSamples.hostile().stream();
    }

    static Stream<LetterSamples.Sample> everything() {
        return LetterSamples.everything();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostile_text_is_shown_as_text(LetterSamples.Sample sample) {
        RenderedLetter letter = RenderingBench.render(sample);

        assertThat(letter.html()).doesNotContain("<script", "<img", "<u>").doesNotContain("freemarker.core");
        assertThat(letter.text()).doesNotContain(" 49").contains("${7*7} #{7*7} [=7*7] <#assign x=1> <@l.court/> "
                + "</td></div></body> <script>alert(1)</script>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void the_pdf_holds_the_words_of_the_text(LetterSamples.Sample sample) throws IOException {
        RenderedLetter letter = RenderingBench.render(sample);
        String pdf = ink(textOf(RenderingBench.pdf(letter)));

        // line by line, as a page break may part any two of them
        for (String line : letter.text().split("\n")) {
            String words = ink(line.replaceAll("^- |^[-=]{2,}$", ""));
            for (int at = 0; at < words.length(); at += 40) {
                assertThat(pdf).as(line.length() > 80 ? line.substring(0, 80) : line)
                        .contains(words.substring(at, Math.min(words.length(), at + 8)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"王", "中文字", "ليلى الخطيب-Sorensen", "Siobhán O'Brien \"Shiv\" <O'B>", "Łukasz Żółć",
            "Ёлка", "Ελένη", "한국어", "かな", "አማርኛ", "ไทย", "Nguyễn Thị", "😡", "£5 — “so”"})
    void a_name_in_any_of_these_scripts_comes_out_of_the_pdf_as_it_went_in(String name) throws IOException {
        RenderedLetter letter = RenderingBench.render(acknowledgementTo(name));

        assertThat(letter.notes()).isEmpty();
        assertThat(textOf(RenderingBench.pdf(letter)).lines()).contains("Dear " + name);
    }

    @Test
    void a_character_that_no_font_has_is_pointed_out_and_printed_as_a_box() throws IOException {
        RenderedLetter letter = RenderingBench.render(acknowledgementTo("Ada \uD808\uDC00 Lovelace"));

        assertThat(letter.notes()).singleElement().asString().contains("\uD808\uDC00");
        assertThat(letter.text()).contains("\uD808\uDC00");
        assertThat(textOf(RenderingBench.pdf(letter))).contains("Dear Ada \u25A1 Lovelace");
    }

    @Test
    void no_letters_are_merged_so_that_a_reader_finds_what_they_search_for() throws IOException {
        try (PDDocument document = Loader.loadPDF(RenderingBench.pdf(RenderingBench.render(acknowledgementTo("Suffield"))))) {
            List<String> glyphs = new java.util.ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition position) {
                    glyphs.add(position.getUnicode());
                }
            }.getText(document);
            assertThat(glyphs).contains("f").noneMatch(glyph -> glyph.matches(".*[\uFB00-\uFB06].*"));
            assertThat(String.join("", glyphs)).contains("Office", "Suffield");
        }
    }

    @Test
    void arabic_letters_are_joined_and_come_apart_again() {
        assertThat(RightToLeft.shape("ليلى")).isEqualTo("\uFEDF\uFEF4\uFEE0\uFEF0");
        assertThat(RightToLeft.shape("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        assertThat(RightToLeft.unshape(RightToLeft.shape("ليلى الخطيب سلام"))).isEqualTo("ليلى الخطيب سلام");
        assertThat(RightToLeft.shape("Sorensen (1)")).isEqualTo("Sorensen (1)");
    }

    @Test
    void a_missing_value_names_the_letter_and_the_placeholder() {
        LetterSamples.Sample sample = new LetterSamples.Sample("", LetterSamples.kind("N2"), applicant("A"),
                new RequestForInformation(new ComplaintReference(null, null, null, null), LetterSamples.DATED,
                        List.of(RequestForInformation.Needed.REASONS_FOR_LATENESS), null, LetterSamples.DATED), null);

        assertThatThrownBy(() -> RenderingBench.render(sample))
                .isInstanceOf(LetterIncomplete.class)
                .hasMessage("Letter N2 (Request for information) has no value for 'model.lastDay'.")
                .asInstanceOf(type(LetterIncomplete.class))
                .satisfies(incomplete -> assertThat(incomplete.kind()).isEqualTo(LetterSamples.kind("N2")))
                .satisfies(incomplete -> assertThat(incomplete.placeholder()).isEqualTo("model.lastDay"));
    }

    @Test
    void a_blank_value_counts_as_missing() {
        LetterSamples.Sample upheld = LetterSamples.usual().stream()
                .filter(sample -> "N8 upheld".equals(sample.name())).findFirst().orElseThrow();
        OutcomeToComplainant full = (OutcomeToComplainant) upheld.model();
        OutcomeToComplainant blank = new OutcomeToComplainant(full.complaint(), full.decidedOn(), full.decidedBy(),
                full.outcome(), full.shape(), " \n ", null, full.grounds(), full.lookedAt(), full.allegations(), full.measures(), full.recommendationText(),
                full.replyBy());

        assertThatThrownBy(() -> RenderingBench.render(
                new LetterSamples.Sample("", LetterSamples.kind("N8"), upheld.to(), blank, null)))
                .isInstanceOf(LetterIncomplete.class).hasMessageContaining("model.outcomeReason");
    }

    @Test
    void a_code_that_the_template_does_not_know_stops_the_letter() {
        OutcomeToComplainant outcome = (OutcomeToComplainant) LetterSamples.usual().stream()
                .filter(sample -> "N8 upheld".equals(sample.name())).findFirst().orElseThrow().model();
        OutcomeToComplainant other = new OutcomeToComplainant(outcome.complaint(), outcome.decidedOn(), outcome.decidedBy(),
                "PERHAPS", outcome.shape(), outcome.outcomeReason(), null, null, null, outcome.allegations(), null, null, null);

        assertThatThrownBy(() -> RenderingBench.render(
                new LetterSamples.Sample("", LetterSamples.kind("N8"), applicant("A"), other, null)))
                .isInstanceOf(LetterIncomplete.class).hasMessageContaining("the outcome PERHAPS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Large print, 18 point, please. I cannot use a computer. | true",
            "LARGE-PRINT | true",
            "I need a larger font | true",
            "Easy read letters, please. | false",
            "Do not call, I live at 18 Point Pleasant | false"})
    @Rule("7.6")
    void large_print_is_used_where_the_person_asks_for_it(String adjustments, boolean large) {
        assertThat(Addressee.asksForLargePrint(adjustments)).isEqualTo(large);
        Addressee to = new Addressee(Addressee.Role.APPLICANT, "A", null, List.of(), Addressee.Contact.POST, large,
                adjustments);

        RenderedLetter letter = RenderingBench.render(acknowledgementTo(to));

        assertThat(letter.html().contains("<body class=\"large\">")).isEqualTo(large);
        assertThat(letter.text()).contains("What you need from us", adjustments);
    }

    @Test
    void the_address_lies_in_the_window_of_an_envelope() throws IOException {
        byte[] pdf = RenderingBench.pdf(RenderingBench.render(LetterSamples.usual().get(0)));
        double millimetre = 72 / 25.4;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage first = document.getPage(0);
            org.apache.pdfbox.text.PDFTextStripperByArea window = new org.apache.pdfbox.text.PDFTextStripperByArea();
            window.addRegion("address", new java.awt.geom.Rectangle2D.Double(24.6 * millimetre, 39.5 * millimetre,
                    (120 - 24.6) * millimetre, (66.3 - 39.5) * millimetre));
            window.addRegion("between", new java.awt.geom.Rectangle2D.Double(0, 66.3 * millimetre,
                    120 * millimetre, (94 - 66.3) * millimetre));
            window.setSortByPosition(true);
            window.extractRegions(first);
            assertThat(window.getTextForRegion("address").strip().lines()).containsExactly(
                    "Delphine Achterberg-Mensah", "Flat 2, 19 Chandlery Steps", "Tower Hamlets", "London ZZ99 7CD");
            assertThat(window.getTextForRegion("between")).isBlank();
        }
    }

    @Test
    void a_letter_of_a_hundred_thousand_characters_is_kept_whole() throws IOException {
        String story = "One sentence of a very long story, which goes on. ".repeat(2000);
        OutcomeToComplainant outcome = (OutcomeToComplainant) LetterSamples.usual().stream()
                .filter(sample -> "N8 not upheld".equals(sample.name())).findFirst().orElseThrow().model();
        OutcomeToComplainant longer = new OutcomeToComplainant(outcome.complaint(), outcome.decidedOn(), outcome.decidedBy(),
                outcome.outcome(), outcome.shape(), story, null, null, null, outcome.allegations(), null, null, null);
        RenderedLetter letter = RenderingBench.render(
                new LetterSamples.Sample("", LetterSamples.kind("N8"), applicant("A"), longer, null));

        assertThat(letter.text()).contains(story.strip());
        assertThat(ink(textOf(RenderingBench.pdf(letter))).split("whichgoeson", -1)).hasSize(2001);
    }

    @Test
    void a_draft_says_that_it_is_one() {
        RenderedLetter letter = new LetterRenderer(RenderingBench.OFFICE, new PdfWriter()).render(LetterSamples.kind("N1"),
                LetterSamples.REFERENCE, applicant("A"),
                RenderingBench.asKept(acknowledgementTo("A").model()), null, LetterSamples.DATED, true);

        assertThat(letter.text()).contains("Draft. Nobody has approved this letter yet.");
    }

    private static LetterSamples.Sample acknowledgementTo(String name) {
        return acknowledgementTo(applicant(name));
    }

    private static LetterSamples.Sample acknowledgementTo(Addressee to) {
        return new LetterSamples.Sample("", LetterSamples.kind("N1"), to, new Acknowledgement(
                new ComplaintReference("Metropolitan Police Service", null, null, null), LocalDate.of(2026, 3, 2), null,
                null), null);
    }

    private static Addressee applicant(String name) {
        return new Addressee(Addressee.Role.APPLICANT, name, null, List.of(), Addressee.Contact.POST, false);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            String text = stripper.getText(document);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.strip().matches("Page \\d+ of \\d+|" + LetterSamples.REFERENCE))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** What is printed, without the white between. */
    private static String ink(String text) {
        return text.codePoints().filter(character -> !Character.isWhitespace(character)
                        && Character.getType(character) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
