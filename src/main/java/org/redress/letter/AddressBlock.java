package org.redress.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Name and address as they lie in the window of a DL envelope, in the largest size that fits. Where even small print does not
 * fit, short lines share one; the last line, which sorts the post, stands alone always.
 *
 * @param points the size
 * @param lines the name and the address, from the top
 * @param fits whether the window shows all of it
 * @param small whether somebody who needs large print gets it in smaller print than that
 */
record AddressBlock(double points, List<String> lines, boolean fits, boolean small) {

    private static final double MILLIMETRE = 72 / 25.4;
    /** The letter's CSS says the same. */
    private static final double LINE_HEIGHT = 1.15;
    private static final double WIDTH = 93 * MILLIMETRE;
    /** From the top of the block, at 40 mm, to where the window ends. */
    private static final double HEIGHT = 26.2 * MILLIMETRE;

    private static final double[] USUAL = {14, 13, 12, 11, 10, 9};
    private static final double LINES_SHARED = 10;
    private static final double[] LARGE = {18, 16, 14, 12, 10, 9};
    private static final double SMALLEST_LARGE_PRINT = 16;

    static AddressBlock of(Addressee to, LetterFonts fonts) {
        List<String> lines = new ArrayList<>(List.of(to.name()));
        lines.addAll(to.postalAddress());
        double[] sizes = to.largePrint() ? LARGE : USUAL;
        double sharedFrom = to.largePrint() ? SMALLEST_LARGE_PRINT : LINES_SHARED;
        for (double size : sizes) {
            boolean small = to.largePrint() && size < SMALLEST_LARGE_PRINT;
            List<String> drawn = size > sharedFrom ? lines : shared(lines, size, fonts);
            if (fits(drawn, size, fonts)) {
                return new AddressBlock(size, drawn, true, small);
            }
        }
        return new AddressBlock(sizes[sizes.length - 1], lines, false, to.largePrint());
    }

    /** For the template. */
    Map<String, Object> asMap() {
        return Map.of("points", points, "lines", lines);
    }

    /** What a person should know of it before the letter is approved. */
    Optional<String> note() {
        if (!fits) {
            return Optional.of("The address is too long for the window of an envelope. Shorten it, or write it on the envelope by hand.");
        }
        return small
                ? Optional.of("The address stands in small print, as the window of an envelope holds no more. Shorten it, or use an"
                        + " envelope without a window.")
                : Optional.empty();
    }

    /** The lines with as few of them sharing one as it takes, the shortest first. */
    private static List<String> shared(List<String> lines, double size, LetterFonts fonts) {
        List<String> shared = new ArrayList<>(lines);
        while (!fits(shared, size, fonts)) {
            int best = -1;
            double least = WIDTH;
            for (int line = 1; line + 2 < shared.size(); line++) {
                double width = fonts.width(joined(shared, line), size);
                if (width <= least) {
                    least = width;
                    best = line;
                }
            }
            if (best < 0) {
                return shared;
            }
            shared.set(best, joined(shared, best));
            shared.remove(best + 1);
        }
        return shared;
    }

    private static String joined(List<String> lines, int line) {
        return lines.get(line) + (lines.get(line).endsWith(",") ? " " : ", ") + lines.get(line + 1);
    }

    private static boolean fits(List<String> lines, double size, LetterFonts fonts) {
        int drawn = lines.stream().mapToInt(line -> drawn(line, size, fonts)).sum();
        return drawn * size * LINE_HEIGHT <= HEIGHT;
    }

    /** How many lines a line becomes where it is wider than the window. */
    private static int drawn(String line, double size, LetterFonts fonts) {
        int drawn = 1;
        double used = 0;
        double blank = fonts.width(" ", size);
        for (String word : line.split(" ")) {
            double width = fonts.width(word, size);
            if (used > 0 && used + blank + width > WIDTH) {
                drawn++;
                used = 0;
            }
            if (width > WIDTH) {
                drawn += (int) (width / WIDTH);
                used = width % WIDTH;
            } else {
                used += (used > 0 ? blank : 0) + width;
            }
        }
        return drawn;
    }
}
