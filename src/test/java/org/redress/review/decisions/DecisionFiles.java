package org.redress.review.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The decision tables and worked examples in {@code processes/}, the very files that process owners edit. */
final class DecisionFiles {

    static final Path PROCESSES = Path.of("processes");
    static final String EXAMPLES = ".cases.csv";

    private DecisionFiles() {}

    static List<Decision> decisions() {
        return decisions(PROCESSES);
    }

    static List<Decision> decisions(Path folder) {
        return files(folder, ".dmn").stream().flatMap(file -> read(file).stream()).toList();
    }

    static List<Path> files(String ending) {
        return files(PROCESSES, ending);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path examplesOf(Decision decision) {
        return decision.file.resolveSibling(decision.id + EXAMPLES);
    }

    static String stem(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    private static List<Decision> read(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            return Decision.children(document.getDocumentElement(), "decision").stream()
                    .map(element -> new Decision(file, document, element))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
