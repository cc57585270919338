package org.redress.letter;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The letter's words as plain text, from the same page that the PDF is made of. */
final class TextWriter {

    private static final Set<String> BLOCKS =
            Set.of("p", "div", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "section", "header", "footer", "dl", "table",
                    "tbody", "tr", "th", "td");
    private static final Set<String> LINES = Set.of("li", "th", "td");

    private final StringBuilder text = new StringBuilder();
    private boolean spaceWanted;

    private TextWriter() {}

    static String write(Document page) {
        TextWriter writer = new TextWriter();
        writer.inside(page.body());
        return writer.text.toString().strip() + "\n";
    }

    private void inside(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                words(words.getWholeText());
            } else if (node instanceof Element child) {
                element(child);
            }
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if ("br".equals(name)) {
            text.append('\n');
            spaceWanted = false;
            return;
        }
        if (element.hasClass("running") || "thead".equals(name)) {
            // a row says by itself what it holds
            return;
        }
        if (!BLOCKS.contains(name)) {
            inside(element);
            return;
        }
        newLine(LINES.contains(name) || element.hasClass("line") ? 1 : 2);
        if ("li".equals(name)) {
            text.append("- ");
        }
        inside(element);
        newLine(LINES.contains(name) || element.hasClass("line") ? 1 : 2);
        if (element.normalName().matches("h[123]")) {
            underline(name);
        }
    }

    private void underline(String heading) {
        if ("h3".equals(heading)) {
            return;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        int start = text.lastIndexOf("\n", end - 1) + 1;
        int width = Math.min(72, text.codePointCount(start, end));
        text.setLength(end);
        text.append('\n').append(("h1".equals(heading) ? "=" : "-").repeat(width)).append("\n\n");
    }

    private void words(String raw) {
        int position = 0;
        while (position < raw.length()) {
            int character = raw.codePointAt(position);
            position += Character.charCount(character);
            if (character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == '\f') {
                spaceWanted = true;
            } else {
                if (spaceWanted && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
                spaceWanted = false;
                text.appendCodePoint(character);
            }
        }
    }

    private void newLine(int wanted) {
        spaceWanted = false;
        int end = text.length();
        if (end == 0) {
            return;
        }
        int there = 0;
        while (there < end && text.charAt(end - 1 - there) == '\n') {
            there++;
        }
        text.append("\n".repeat(Math.max(0, wanted - there)));
    }
}
