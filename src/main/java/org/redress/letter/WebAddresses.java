package org.redress.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** Keeps a web or e-mail address in one line, where it fits into one: broken, nobody can type it. */
final class WebAddresses {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[^\\s]+|[^\\s@]+@[^\\s@]+\\.[^\\s@]+|[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+/[^\\s]*");
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
        Matcher address = ADDRESS.matcher(rest.getWholeText());
        while (address.find()) {
            if (fonts.width(address.group(), size) > NARROWEST_LINE) {
                continue;
            }
            TextNode whole = address.start() == 0 ? rest : rest.splitText(address.start());
            int length = address.end() - address.start();
            TextNode after = length < whole.getWholeText().length() ? whole.splitText(length) : null;
            whole.wrap("<span class=\"web\"></span>");
            if (after == null) {
                return;
            }
            rest = after;
            address = ADDRESS.matcher(rest.getWholeText());
        }
    }
}
