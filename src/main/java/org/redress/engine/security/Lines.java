package org.redress.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The lines of a table in {@code src/main/resources/security}, without comments and blank lines. */
final class Lines {

    private Lines() {}

    static List<String[]> of(String file) {
        try {
            return new ClassPathResource("security/" + file).getContentAsString(StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table security/" + file + " cannot be read", e);
        }
    }
}
