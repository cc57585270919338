package org.redress.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The guides of the folder {@code docs/}, which travel with the application. */
@Component
public class Guides {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                String styled = switch (tag) {
                    case "h1" -> "govuk-heading-xl";
                    case "h2" -> "govuk-heading-l";
                    case "h3" -> "govuk-heading-m";
                    case "h4" -> "govuk-heading-s";
                    case "p" -> "govuk-body";
                    case "ul" -> "govuk-list govuk-list--bullet";
                    case "ol" -> "govuk-list govuk-list--number";
                    case "a" -> "govuk-link";
                    case "table" -> "govuk-table";
                    case "tr" -> "govuk-table__row";
                    case "th" -> "govuk-table__header";
                    case "td" -> "govuk-table__cell";
                    case "blockquote" -> "govuk-inset-text";
                    case "img" -> "redress-picture";
                    default -> null;
                };
                if (styled != null) {
                    attributes.put("class", styled);
                }
                if (tag.equals("th")) {
                    attributes.put("scope", "col");
                }
            })
            .build();
    private final List<Guide> guides;

    Guides() {
        guides = read();
    }

    /** All guides for one kind of reader, by title. */
    List<Guide> forReaders(String readers) {
        return guides.stream().filter(guide -> guide.readers().equals(readers)).toList();
    }

    /** One guide; only what was found at start is there. */
    Optional<Guide> find(String readers, String name) {
        return guides.stream()
                .filter(guide -> guide.readers().equals(readers) && guide.name().equals(name))
                .findFirst();
    }

    /** A picture that guides show. */
    Optional<byte[]> picture(String name) {
        if (!name.matches("[A-Za-z0-9_-]+\\.(?:png|svg)")) {
            return Optional.empty();
        }
        Resource picture = new PathMatchingResourcePatternResolver().getResource("classpath:guides/pictures/" + name);
        try {
            return picture.exists() ? Optional.of(picture.getContentAsByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Guide> read() {
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        List<Guide> read = new ArrayList<>();
        try {
            for (Resource resource : resources.getResources("classpath:guides/for-*/*.md")) {
                String place = resource.getURL().getPath();
                String[] parts = place.split("/");
                String name = parts[parts.length - 1].replaceAll("\\.md$", "");
                read.add(guide(parts[parts.length - 2], name, resource));
            }
            Resource accessibility = resources.getResource("classpath:guides/accessibility.md");
            if (accessibility.exists()) {
                read.add(guide("everyone", "accessibility", accessibility));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.sort(Comparator.comparing(Guide::title));
        return List.copyOf(read);
    }

    private Guide guide(String readers, String name, Resource resource) throws IOException {
        String text = resource.getContentAsString(StandardCharsets.UTF_8);
        String title = text.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> line.substring(2).strip())
                .orElse(name);
        Node document = parser.parse(text);
        document.accept(new OnlyWhatIsHere());
        // a wide table scrolls in its own frame, by keyboard too, and leaves the page as wide as the window
        String html = renderer.render(document)
                .replace("<table", "<div class=\"redress-scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table")
                .replace("</table>", "</table></div>");
        return new Guide(readers, name, title, html);
    }

    /** Guides also point at files of the source, which is not here; such a link becomes plain words. */
    private static final class OnlyWhatIsHere extends AbstractVisitor {

        private static final Pattern HERE =
                Pattern.compile("#.*|https?://.*|/[^/].*|(\\.\\./(for-(caseworkers|managers|process-owners))/)?[a-z-]+\\.md(#.*)?");

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!HERE.matcher(link.getDestination()).matches()) {
                Node child = link.getFirstChild();
                while (child != null) {
                    Node next = child.getNext();
                    link.insertBefore(child);
                    child = next;
                }
                link.unlink();
            }
        }
    }

    /**
     * A guide.
     *
     * @param readers whom it is for, as its folder says: {@code for-caseworkers}
     * @param html rendered from our own text, safe to show as it is
     */
    public record Guide(String readers, String name, String title, String html) {}
}
