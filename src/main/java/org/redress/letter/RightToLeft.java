package org.redress.letter;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Names in Arabic and Hebrew letters, joined and in their own direction. The order is the JDK's; the joined forms are
 * those of Unicode's presentation blocks, found by their names.
 */
final class RightToLeft {

    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final String[] FORMS = {" ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"};
    private static final char LAM = '\u0644';

    /** the four forms of a letter, or of lam and an alef, by the letters */
    private static final Map<String, char[]> JOINED = joinedForms();
    private static final Map<Character, String> LETTERS_OF_FORM = lettersOfForms();

    private RightToLeft() {}

    private static Map<String, char[]> joinedForms() {
        Map<String, char[]> forms = new HashMap<>();
        forms(0xFB50, 0xFBFF, forms);
        forms(0xFE70, 0xFEFC, forms);
        return forms;
    }

    private static void forms(int from, int to, Map<String, char[]> forms) {
        for (int character = from; character <= to; character++) {
            String name = Character.getName(character);
            String letters = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
            boolean letter = letters.length() == 1 && Character.getType(letters.charAt(0)) == Character.OTHER_LETTER;
            boolean lamAlef = letters.length() == 2 && letters.charAt(0) == LAM && name != null
                    && name.startsWith("ARABIC LIGATURE LAM WITH ALEF");
            if (name == null || !letter && !lamAlef) {
                continue;
            }
            for (int form = 0; form < FORMS.length; form++) {
                if (name.endsWith(FORMS[form])) {
                    char[] known = forms.computeIfAbsent(letters, any -> new char[FORMS.length]);
                    if (known[form] == 0) {
                        known[form] = (char) character;
                    }
                }
            }
        }
    }

    private static Map<Character, String> lettersOfForms() {
        Map<Character, String> letters = new HashMap<>();
        JOINED.forEach((letter, forms) -> {
            for (char form : forms) {
                if (form != 0) {
                    letters.put(form, letter);
                }
            }
        });
        return letters;
    }

    /** Each Arabic letter in the form that its neighbours call for; everything else as it is. */
    static String shape(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            String unit = unitAt(text, position);
            char[] forms = JOINED.get(unit);
            if (forms == null) {
                shaped.append(unit);
            } else {
                boolean before = joinsOn(neighbour(text, position - 1, -1)) && forms[FINAL] != 0;
                boolean after = joinsBack(neighbour(text, position + unit.length(), 1)) && forms[INITIAL] != 0;
                int form = before && after ? MEDIAL : before ? FINAL : after ? INITIAL : ISOLATED;
                char drawn = forms[form];
                shaped.append(drawn != 0 ? String.valueOf(drawn) : unit);
            }
            position += unit.length();
        }
        return shaped.toString();
    }

    /** The letters again that {@link #shape(String)} joined. */
    static String unshape(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            letters.append(LETTERS_OF_FORM.getOrDefault(character, String.valueOf(character)));
        }
        return letters.toString();
    }

    private static String unitAt(String text, int position) {
        if (position + 1 < text.length() && text.charAt(position) == LAM
                && JOINED.containsKey(text.substring(position, position + 2))) {
            return text.substring(position, position + 2);
        }
        return text.substring(position, position + 1);
    }

    /** The nearest character in a direction that is not a vowel mark, or NUL. */
    private static char neighbour(String text, int from, int step) {
        for (int position = from; position >= 0 && position < text.length(); position += step) {
            if (Character.getType(text.charAt(position)) != Character.NON_SPACING_MARK) {
                return text.charAt(position);
            }
        }
        return 0;
    }

    private static boolean joinsOn(char letter) {
        char[] forms = JOINED.get(String.valueOf(letter));
        return forms != null && forms[INITIAL] != 0 || letter == '\u0640' || letter == '\u200D';
    }

    private static boolean joinsBack(char letter) {
        char[] forms = JOINED.get(String.valueOf(letter));
        return forms != null && forms[FINAL] != 0 || letter == '\u0640' || letter == '\u200D';
    }

    /** Tells the PDF writer which stretches of a paragraph run which way. */
    static final class Splitter implements BidiSplitter {

        private Bidi bidi;
        private Integer[] visual;

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            // a letter is an English page: what is not said to run from right to left runs from left to right
            bidi = new Bidi(paragraph,
                    defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int runs = bidi.getRunCount();
            byte[] levels = new byte[runs];
            visual = new Integer[runs];
            for (int run = 0; run < runs; run++) {
                levels[run] = (byte) bidi.getRunLevel(run);
                visual[run] = run;
            }
            if (runs > 0) {
                Bidi.reorderVisually(levels, 0, visual, 0, runs);
            }
        }

        @Override
        public int countTextRuns() {
            return visual.length;
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            int run = visual[index];
            return new BidiTextRun(bidi.getRunStart(run), bidi.getRunLimit(run) - bidi.getRunStart(run),
                    bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            for (int position = 0; position < paragraph.length(); position++) {
                byte direction = Character.getDirectionality(paragraph.charAt(position));
                if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                    return LTR;
                }
                if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                    return RTL;
                }
            }
            return NEUTRAL;
        }
    }

    /** Turns a stretch that runs from right to left into the order in which it is drawn. */
    static final class Reorderer implements BidiReorderer {

        private static final String MIRRORED = "()[]{}<>«»‹›";

        @Override
        public String reorderRTLTextToLTR(String text) {
            StringBuilder turned = new StringBuilder(text.length());
            text.codePoints().forEach(character -> {
                int pair = MIRRORED.indexOf(character);
                turned.appendCodePoint(pair < 0 ? character : MIRRORED.charAt(pair ^ 1));
            });
            return turned.reverse().toString();
        }

        @Override
        public String shapeText(String text) {
            return shape(text);
        }

        @Override
        public String deshapeText(String text) {
            return unshape(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
