package org.redress.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that letters carry with them. A character that the first has not is taken from the next. */
final class LetterFonts {

    /** Shown instead of a character that no font of ours can draw. */
    static final int BOX = 0x25A1;

    /** the tag GSUB */
    private static final int SUBSTITUTIONS = 0x47535542;

    private record Font(String file, String family, int weight, byte[] bytes) {}

    /** What is known of a font in its usual weight: its glyphs by character, and how wide they are. */
    private record Regular(String family, CmapLookup glyphs, HorizontalMetricsTable widths, double unitsPerEm) {

        boolean has(int character) {
            return glyphs.getGlyphId(character) > 0;
        }

        double width(int character) {
            return widths.getAdvanceWidth(glyphs.getGlyphId(character)) / unitsPerEm;
        }
    }

    private final List<Font> fonts = new ArrayList<>();
    private final List<Regular> regular = new ArrayList<>();

    LetterFonts() {
        add("NotoSans-Regular.ttf", "Noto Sans", 400);
        add("NotoSans-Bold.ttf", "Noto Sans", 700);
        add("DejaVuSans.ttf", "DejaVu Sans", 400);
        add("DejaVuSans-Bold.ttf", "DejaVu Sans", 700);
        add("NotoSansThai-Regular.ttf", "Noto Sans Thai", 400);
        add("NotoSansThai-Bold.ttf", "Noto Sans Thai", 700);
        add("NotoSansEthiopic-Regular.ttf", "Noto Sans Ethiopic", 400);
        add("NotoSansEthiopic-Bold.ttf", "Noto Sans Ethiopic", 700);
        add("DroidSansFallbackFull.ttf", "Droid Sans Fallback", 400);
        add("NanumGothicCoding.ttf", "Nanum Gothic Coding", 400);
    }

    private void add(String file, String family, int weight) {
        try (InputStream stream = LetterFonts.class.getResourceAsStream("/letters/fonts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The letters' font " + file + " is not in the product");
            }
            byte[] bytes = withoutLigatures(stream.readAllBytes());
            fonts.add(new Font(file, family, weight, bytes));
            if (weight == 400) {
                try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                    regular.add(new Regular(family,
                            font.getUnicodeCmapLookup(), font.getHorizontalMetrics(), font.getUnitsPerEm()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The letters' font " + file + " cannot be read", unreadable);
        }
    }

    /**
     * The font without its substitutions: with them "ffi" is written as one character, and who searches for "Office" or
     * copies it does not find it. The table stays where it is and only loses its name.
     */
    private static byte[] withoutLigatures(byte[] font) {
        ByteBuffer directory = ByteBuffer.wrap(font);
        int tables = directory.getShort(4);
        for (int table = 0; table < tables; table++) {
            int tag = 12 + 16 * table;
            if (directory.getInt(tag) == SUBSTITUTIONS) {
                font[tag] = 'x';
            }
        }
        return font;
    }

    /** Gives the writer the fonts that a text takes; it reads each whole, and for most letters the first is enough. */
    void addTo(PdfRendererBuilder builder, String text) {
        Set<String> needed = new HashSet<>(Set.of(regular.get(0).family()));
        (RightToLeft.shape(text) + text).codePoints()
                .distinct()
                .map(character -> canPrint(character) ? character : BOX)
                .forEach(character -> regular.stream()
                        .filter(font -> font.has(character))
                        .findFirst()
                        .ifPresent(font -> needed.add(font.family())));
        fonts.stream().filter(font -> needed.contains(font.family())).forEach(font -> {
            builder.useFont(() -> new ByteArrayInputStream(font.bytes()), font.family(), font.weight(), FontStyle.NORMAL,
                    true);
        });
    }

    /** Whether a letter can show this character. */
    boolean canPrint(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.PRIVATE_USE && type != Character.SURROGATE
                && regular.stream().anyMatch(font -> font.has(character));
    }

    /** How wide a line is, in points, where it is set in this size. */
    double width(String line, double size) {
        return size * line.codePoints()
                .mapToDouble(character -> regular.stream()
                        .filter(font -> font.has(character))
                        .findFirst()
                        .map(font -> font.width(character))
                        .orElse(1.0))
                .sum();
    }
}
