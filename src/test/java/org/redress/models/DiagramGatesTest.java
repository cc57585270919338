package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every diagram is gone through, node by node and flow by flow, by some test that fails where a part is left out. */
class DiagramGatesTest {

    private static final Pattern WATCHED = Pattern.compile("Coverage\\.of\\(\\s*\"(\\w+)\"\\s*\\)");

    @Test
    void every_diagram_has_a_test_that_holds_that_all_of_it_was_gone_through() {
        Set<String> diagrams = files(Path.of("processes"), ".bpmn")
                .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> watched = files(Path.of("src/test/java"), "IT.java")
                .map(DiagramGatesTest::read)
                .filter(test -> test.contains(".isWhole("))
                .flatMap(test -> WATCHED.matcher(test).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(watched).as("diagrams with a gate: Coverage.of(…) and isWhole(…) in a test of theirs").isEqualTo(diagrams);
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
