package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.ComplaintReference;
import org.redress.review.letters.OutcomeShape;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.testing.FieldCase;

/** What people wrote and where they live comes out of the printer as they wrote it, or somebody is told before it leaves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FieldLettersTest {

    private static final double MILLIMETRE = 72 / 25.4;

    static Stream<JsonNode> scripts() {
        return StreamSupport.stream(FieldCase.input("C10-marks-and-word-breaks").spliterator(), false);
    }

    @Test
    void a_paragraph_of_one_invisible_character_stops_no_letter() throws IOException {
        for (JsonNode code : FieldCase.input("C01-invisible-paragraph").get("characters")) {
            String invisible = Character.toString(HexFormat.fromHexDigits(code.asText()));
            for (String text : List.of(invisible, "First.\n\n" + invisible + "\n\nLast.", "First.\n" + invisible + "\nLast.")) {
                Addressee to = new Addressee(Addressee.Role.APPLICANT, "Avery" + invisible, null,
                        List.of("1 Test Street", invisible, "London"), Addressee.Contact.POST, false, text);
                RenderedLetter letter = RenderingBench.render(acknowledgement(to, text));

                assertThat(to.postalAddress()).containsExactly("1 Test Street", "London");
                assertThat(wordsOf(RenderingBench.pdf(letter))).contains("Dear Avery");
                assertThat(letter.notes()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void a_name_is_printed_right_or_a_note_names_what_is_not(JsonNode script) throws IOException {
        String name = script.get("application").get("applicant").get("fullName").asText();
        String story = script.get("application").get("grounds").asText();
        RenderedLetter letter = RenderingBench.render(acknowledgement(post(name), story));
        String printed = wordsOf(RenderingBench.pdf(letter));

        switch (script.get("kind").asText()) {
            case "word" -> {
                assertThat(letter.notes()).isEmpty();
                assertThat(printed.lines()).contains("Line one", "Line two", "Page two", "Line three", "Para “quoted” – ok end");
            }
            case "polish-nfd" -> {
                assertThat(letter.notes()).isEmpty();
                assertThat(printed).contains("Dear Zoë Brünner Świątek Nguyễn Thị Ánh", "Grüße, café, Łódź");
            }
            case "yoruba" -> {
                assertThat(letter.notes()).singleElement().asString().contains("marks of these letters", "N\u0304", "\u1ECC\u0300");
                assertThat(printed).contains("Dear Adéwọlé");
            }
            case "din91379" -> assertThat(letter.notes()).singleElement().asString().contains("J\u030C", "M\u0302", "marks");
            case "urdu" -> assertThat(letter.notes()).singleElement().asString().contains("as boxes", "\u06D2", "\u06C1");
            case "emoji" -> assertThat(letter.notes()).singleElement().asString().contains("as boxes", "🦊");
            default -> assertThat(letter.notes()).anySatisfy(note ->
                    assertThat(note).contains("cannot join the letters").contains(name.split(" ")));
        }
    }

    @Test
    void every_line_of_an_address_ends_above_the_edge_of_the_window() throws IOException {
        List<List<String>> addresses = new ArrayList<>(List.of(
                List.of("12345678 Pte A Testcase", "B Company", "1st Battalion", "BFPO 58"),
                List.of("c/o Familie Müller-Lüdenscheidt", "Straße des 17. Juni 135, Hinterhaus, 3. Stock rechts", "10623 Berlin", "GERMANY"),
                List.of("HMP Thameside", "Prisoner A1234BC", "Griffin Manor Way", "London", "SE28 0FJ")));
        FieldCase.input("C12-postcode-below-the-window").get("addresses").forEach(lines ->
                addresses.add(StreamSupport.stream(lines.spliterator(), false).map(JsonNode::asText).toList()));
        for (List<String> lines : addresses) {
            for (boolean large : new boolean[] {false, true}) {
                RenderedLetter letter = RenderingBench.render(acknowledgement(new Addressee(Addressee.Role.APPLICANT, "Avery Testcase", null,
                        lines, Addressee.Contact.POST, large, large ? "Large print please" : null), null));
                List<TextPosition> glyphs = window(RenderingBench.pdf(letter));

                StringBuilder shown = new StringBuilder();
                glyphs.forEach(glyph -> shown.append(glyph.getUnicode()));
                assertThat(shown.toString().replaceAll("[\\s,]", ""))
                        .isEqualTo(("Avery Testcase" + String.join("", lines)).replaceAll("[\\s,]", ""));
                assertThat(glyphs).allSatisfy(glyph -> {
                    assertThat(glyph.getY()).isBetween((float) (39.5 * MILLIMETRE), (float) (66.3 * MILLIMETRE));
                    assertThat(glyph.getX() + glyph.getWidth()).isLessThan((float) (120 * MILLIMETRE));
                    assertThat(glyph.getFontSizeInPt()).isGreaterThanOrEqualTo(9);
                });
            }
        }
    }

    @Test
    void the_last_line_of_an_address_stands_alone_and_short_ones_share_a_line() {
        AddressBlock block = AddressBlock.of(post("Avery Testcase", List.of("c/o Wetherby LLP", "In care of J. Roe", "Flat 2, Third Floor",
                "Acorn House", "1 Test Street", "Hammersmith", "London", "SE1 9ZZ")), new LetterFonts());

        assertThat(block.lines()).hasSize(6).startsWith("Avery Testcase").endsWith("SE1 9ZZ").contains("Hammersmith, London");
        assertThat(block.points()).isEqualTo(10);
        assertThat(block.note()).isEmpty();
    }

    @Test
    void an_address_that_no_window_holds_is_pointed_out() {
        List<String> endless = IntStream.range(0, 20).mapToObj(n -> "Line " + n + " of an address that goes on and on and on").toList();

        assertThat(RenderingBench.render(acknowledgement(post("Avery Testcase", endless), null)).notes())
                .singleElement().asString().contains("too long for the window");
    }

    @Test
    void a_word_longer_than_the_sheet_stays_on_the_sheet() throws IOException {
        String text = FieldCase.input("C20-long-words-and-odd-names").get("text").asText();
        byte[] pdf = RenderingBench.pdf(RenderingBench.render(acknowledgement(post("Avery Testcase"), text)));

        assertThat(glyphs(pdf)).allSatisfy(glyph ->
                assertThat(glyph.getX() + glyph.getWidth()).isLessThan((float) (191 * MILLIMETRE)));
        assertThat(wordsOf(pdf).replaceAll("\\s", "")).contains(text.substring(4));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_web_address_that_fits_into_a_line_is_never_broken(boolean large) throws IOException {
        List<String> addresses = List.of("www.gov.uk/guidance/a-long-page", "https://www.example.org/complaints/how",
                "reviews-and-appeals@mopac.example.org", "example.org/a/b/c/d/e");
        StringBuilder text = new StringBuilder();
        for (int filler = 1; filler < 30; filler++) {
            text.append("x".repeat(filler)).append(" at ").append(addresses.get(filler % addresses.size())).append(", then ");
        }
        Addressee to = new Addressee(Addressee.Role.APPLICANT, "Avery", null, List.of(), Addressee.Contact.POST, large, null);
        String printed = wordsOf(RenderingBench.pdf(RenderingBench.render(acknowledgement(to, text.toString()))));

        for (int address = 0; address < addresses.size(); address++) {
            String wanted = addresses.get(address);
            int number = address;
            long times = IntStream.range(1, 30).filter(filler -> filler % addresses.size() == number).count();
            assertThat(printed.lines().mapToLong(line -> occurrences(line, wanted)).sum()).as(wanted).isEqualTo(times);
        }
    }

    @Test
    void large_print_is_large_from_the_sender_to_the_foot_of_the_page() throws IOException {
        Addressee to = new Addressee(Addressee.Role.APPLICANT, "Avery Testcase", null, List.of("1 Test Street", "London", "SE1 9ZZ"),
                Addressee.Contact.POST, true, "Large print please");
        OutcomeToComplainant outcome = outcome(3);

        for (LetterSamples.Sample letter : List.of(acknowledgement(to, "A note."),
                new LetterSamples.Sample("", LetterSamples.kind("N8"), to, outcome, null))) {
            assertThat(glyphs(RenderingBench.pdf(RenderingBench.render(letter))).stream()
                            .filter(glyph -> !glyph.getUnicode().isBlank())
                            .mapToDouble(TextPosition::getFontSizeInPt))
                    .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(16));
        }
    }

    @Test
    void no_page_holds_a_signature_alone_and_none_ends_with_ink_that_is_no_word() throws IOException {
        for (int lines = 0; lines < 30; lines += 3) {
            String note = "One more line of it.\n".repeat(lines) + "The last.";
            byte[] pdf = RenderingBench.pdf(RenderingBench.render(acknowledgement(post("Avery Testcase"), note)));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertThat(last.getText(document)).as(lines + " lines").contains("Other formats and languages", "Yours sincerely");
            }
        }
        assertThat(RenderingBench.render(acknowledgement(post("A"), "A note.")).html()).doesNotContain("border-left");
    }

    @Test
    void several_points_are_told_in_a_table_before_the_reasons_and_one_is_not() {
        String three = RenderingBench.render(new LetterSamples.Sample("", LetterSamples.kind("N8"), post("Avery"), outcome(3), null)).text();
        String one = RenderingBench.render(new LetterSamples.Sample("", LetterSamples.kind("N8"), post("Avery"), outcome(1), null)).text();

        assertThat(three).contains("This is what we found on each point:\n\nPart 1\nNobody called back.\nReasonable and proportionate\n\nPart 2");
        assertThat(three.indexOf("Part 3\n")).isLessThan(three.indexOf("Our reasons"));
        assertThat(one).doesNotContain("on each point:");
    }

    private static OutcomeToComplainant outcome(int points) {
        return new OutcomeToComplainant(new ComplaintReference("MPS", null, null, null), LetterSamples.DATED,
                "A Police Complaint Reviews Officer", "NOT_UPHELD", OutcomeShape.PLAIN, "The letter answers it.", null, null, null,
                IntStream.rangeClosed(1, points).mapToObj(number -> new AllegationResult(number, "Nobody called back.", "Acceptable.",
                        "REASONABLE_AND_PROPORTIONATE", "The log shows three calls.", null)).toList(),
                null, null, null);
    }

    private static LetterSamples.Sample acknowledgement(Addressee to, String added) {
        return new LetterSamples.Sample("", LetterSamples.kind("N1"), to, new Acknowledgement(
                new ComplaintReference("Metropolitan Police Service", null, null, null), LocalDate.of(2026, 3, 2), null, null), added);
    }

    private static Addressee post(String name) {
        return post(name, List.of("1 Test Street", "London", "SE1 9ZZ"));
    }

    private static Addressee post(String name, List<String> address) {
        return new Addressee(Addressee.Role.APPLICANT, name, null, address, Addressee.Contact.POST, false);
    }

    private static long occurrences(String line, String wanted) {
        return (line.length() - line.replace(wanted, "").length()) / wanted.length();
    }

    private static String wordsOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<TextPosition> window(byte[] pdf) throws IOException {
        Rectangle2D left = new Rectangle2D.Double(0, 30 * MILLIMETRE, 124 * MILLIMETRE, 62 * MILLIMETRE);
        return glyphs(pdf, 1).stream()
                .filter(glyph -> left.contains(glyph.getX(), glyph.getY()))
                .toList();
    }

    private static List<TextPosition> glyphs(byte[] pdf) throws IOException {
        return glyphs(pdf, Integer.MAX_VALUE);
    }

    private static List<TextPosition> glyphs(byte[] pdf, int pages) throws IOException {
        List<TextPosition> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    glyphs.add(position);
                }
            };
            stripper.setEndPage(pages);
            stripper.getText(document);
        }
        return glyphs;
    }
}
