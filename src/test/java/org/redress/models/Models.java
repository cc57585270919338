package org.redress.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;

/** Where the models and the variable register lie, and what else the rules compare them with. */
final class Models {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    private static final Kinds KINDS = Kinds.ofTheHouse();

    private Models() {}

    /** Diagrams by file name without ending. */
    static Map<String, String> diagrams() {
        return texts(PROCESSES, ".bpmn");
    }

    /** Forms by file name without ending. */
    static Map<String, String> forms() {
        return texts(FORMS, ".form");
    }

    /** The names of decision tables, by id. */
    static Map<String, String> tables() {
        Map<String, String> found = new TreeMap<>();
        Pattern decision = Pattern.compile("<decision id=\"(\\w+)\" name=\"([^\"]+)\"");
        texts(PROCESSES, ".dmn").values().forEach(xml -> decision.matcher(xml).results().forEach(one -> found.put(one.group(1), one.group(2))));
        return found;
    }

    /** Files of decision tables by file name without ending. */
    static Map<String, String> tableFiles() {
        return texts(PROCESSES, ".dmn");
    }

    /** Every file that is deployed, by the name it is deployed by. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> found = new TreeMap<>();
        for (Path folder : List.of(PROCESSES, FORMS)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).toList()) {
                    found.put(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** The variables that may exist, by name, each with its type. */
    static Map<String, String> register() {
        Map<String, String> types = new TreeMap<>();
        KINDS.all().forEach(kind -> kind.variables().forEach(variable -> types.put(variable.name(), variable.type())));
        return types;
    }

    static Set<String> clocks() {
        return KINDS.clocks().stream().map(DeclaredClock::name).collect(Collectors.toSet());
    }

    static Set<String> groups() {
        return KINDS.groups();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(Path folder, String ending) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(file -> {
                String stem = file.getFileName().toString().replace(ending, "");
                if (found.put(stem, read(file)) != null) {
                    throw new IllegalStateException("Two files are called " + stem + ending + ": rename one");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
