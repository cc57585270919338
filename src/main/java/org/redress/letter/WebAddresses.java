package org.redress.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** Keeps a web or e-mail address in one line, where it fits into one: broken, nobody can type it. */
final class WebAddresses {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ADDRESS = Pattern.compile(".*(https?://|www\\.).+|[^@]+@[^@]+\\.[^@]+|[^/]+\\.[^/]+/.*");
    /** What is longer fits into no line. */
    private static final int LONGEST = 200;
    private static final double NARROWEST_LINE = 150 * 72 / 25.4;

    private final LetterFonts fonts;
    private final double size;

    WebAddresses(LetterFonts fonts, boolean largePrint) {
        this.fonts = fonts;
        size = largePrint ? 18 : 14;
    }

    void keepWhole(Document page) {
        page.body().nodeStream(TextNode.class).toList().forEach(this::keepWhole);
    }

    private void keepWhole(TextNode words) {
        TextNode rest = words;
        Matcher word = WORD.matcher(rest.getWholeText());
        while (word.find()) {
            if (!isAddressOfOneLine(word.group())) {
                continue;
            }
            TextNode whole = word.start() == 0 ? rest : rest.splitText(word.start());
            int length = word.end() - word.start();
            TextNode after = length < whole.getWholeText().length() ? whole.splitText(length) : null;
            whole.wrap("<span class=\"web\"></span>");
            if (after == null) {
                return;
            }
            rest = after;
            word = WORD.matcher(rest.getWholeText());
        }
    }

    private boolean isAddressOfOneLine(String word) {
        return word.length() <= LONGEST && ADDRESS.matcher(word).matches() && fonts.width(word, size) <= NARROWEST_LINE;
    }
}
