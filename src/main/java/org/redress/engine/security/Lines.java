package org.redress.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The lines of a table in {@code src/main/resources/security}, without comments and blank lines.
 * A test of the house may bring further lines for its own doors. */
final class Lines {

    private Lines() {}

    static List<String[]> of(String file) {
        try {
            List<String[]> lines = new ArrayList<>();
            for (Resource found : new PathMatchingResourcePatternResolver().getResources("classpath*:security/" + file)) {
                found.getContentAsString(StandardCharsets.UTF_8).lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> lines.add(line.split(",", -1)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The table security/" + file + " cannot be read", e);
        }
    }
}
