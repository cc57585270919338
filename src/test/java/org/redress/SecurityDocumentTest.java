package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims a test for has one. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "security.md");
    private static final Pattern ROW = Pattern.compile("\\| ([0-9]+\\.[0-9 .,–]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+(?:IT|Test))`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> named = NAMED.matcher(Files.readString(DOCUMENT)).results().map(found -> found.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(classes).containsAll(named);
    }

    @Test
    void every_row_says_how_far_its_promise_is_kept_and_each_number_stands_once() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream().filter(line -> line.matches("\\| [0-9].*")).toList();

        assertThat(rows).hasSizeGreaterThan(60).allMatch(row -> ROW.matcher(row).matches());
        assertThat(rows).allSatisfy(row -> {
            Matcher parts = ROW.matcher(row);
            assertThat(parts.matches()).isTrue();
            assertThat(parts.group(2)).isIn("met", "part", "place", "no");
            assertThat(parts.group(4)).matches("–|(`[A-Za-z]+`(, )?)+");
        });
        List<String> numbers = rows.stream()
                .flatMap(row -> Stream.of(row.split("\\|")[1].strip().split(", ")))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
    }
}
