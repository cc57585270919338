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
import java.util.TreeSet;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** Makes a letter's page into a PDF that a screen reader can read (PDF/UA-1) and an archive can keep (PDF/A-2a). */
class PdfWriter {

    static {
        // its notes on progress are of no use to anyone who reads our log
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final LetterFonts fonts = new LetterFonts();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    byte[] write(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.nodeStream(TextNode.class).forEach(words -> words.text(printable(words.getWholeText())));
        page.select("bookmark").forEach(bookmark -> bookmark.attr("name", printable(bookmark.attr("name"))));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.withProducer("Redress");
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft.Reorderer());
        builder.useReplacementText(Character.toString(LetterFonts.BOX));
        // a letter is complete in itself: nothing that a person wrote can make us fetch anything
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        fonts.addTo(builder);
        builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("A letter could not be made into a PDF", failed);
        }
        return pdf.toByteArray();
    }

    /** What a person should look at: characters that the PDF shows as boxes. */
    List<String> notes(String text) {
        TreeSet<Integer> unprintable = new TreeSet<>();
        text.codePoints().filter(character -> !isInvisible(character) && !fonts.canPrint(character))
                .forEach(unprintable::add);
        if (unprintable.isEmpty()) {
            return List.of();
        }
        StringBuilder note = new StringBuilder("The PDF shows these characters as boxes, as its fonts do not have them:");
        unprintable.stream().limit(20).forEach(character -> note.append(' ').appendCodePoint(character));
        return List.of(note.append(unprintable.size() > 20 ? " and more." : ".").toString());
    }

    private String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (!isInvisible(character)) {
                printable.appendCodePoint(fonts.canPrint(character) ? character : LetterFonts.BOX);
            }
        });
        return printable.toString();
    }

    /** Marks that steer the text around them and leave no ink: direction marks, joiners, variation selectors. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF;
    }
}
