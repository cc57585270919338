package org.redress.letter;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.redress.kernel.WrittenText;

/** Makes a letter's page into a PDF that a screen reader can read (PDF/UA-1) and an archive can keep (PDF/A-2a). */
class PdfWriter {

    static {
        // its notes on progress are of no use to anyone who reads our log
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final LetterFonts fonts = new LetterFonts();
    private final PrintCheck check = new PrintCheck(fonts);
    private final LongAdder written = new LongAdder();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    byte[] write(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.nodeStream(TextNode.class).toList().forEach(words -> {
            String printable = printable(words.getWholeText());
            if (printable.isEmpty()) {
                // the library stumbles over a text of no length
                words.remove();
            } else {
                words.text(printable);
            }
        });
        page.select("bookmark").forEach(bookmark -> bookmark.attr("name", printable(bookmark.attr("name"))));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.withProducer("Redress");
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft.Reorderer());
        builder.useUnicodeLineBreaker(new WholeWords());
        builder.useReplacementText(Character.toString(LetterFonts.BOX));
        // a letter is complete in itself: nothing that a person wrote can make us fetch anything
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        fonts.addTo(builder, page.body().wholeText());
        builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("A letter could not be made into a PDF", failed);
        }
        written.increment();
        return pdf.toByteArray();
    }

    /** What a person should look at before they approve it. */
    List<String> notes(String text) {
        return check.notes(text);
    }

    /** How many PDFs were made since the start. */
    long written() {
        return written.sum();
    }

    LetterFonts fonts() {
        return fonts;
    }

    private String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (!WrittenText.isInvisible(character)) {
                printable.appendCodePoint(fonts.canPrint(character) ? character : LetterFonts.BOX);
            }
        });
        return printable.toString();
    }
}
