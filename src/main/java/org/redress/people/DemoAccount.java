package org.redress.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One of the demo staff, as {@code src/main/resources/demo/accounts.csv} lists them.
 *
 * @param what what they may do, in words
 */
public record DemoAccount(String id, String firstName, String lastName, String group, String what) {

    private static final int COLUMNS = 5;

    /** In the order of a newcomer's interest. */
    public static List<DemoAccount> all() {
        try {
            List<DemoAccount> all = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:demo/accounts.csv")) {
                file.getContentAsString(StandardCharsets.UTF_8).lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> all.add(read(line)));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list demo/accounts.csv cannot be read", unreadable);
        }
    }

    private static DemoAccount read(String line) {
        String[] columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("demo/accounts.csv: five columns are needed in " + line);
        }
        return new DemoAccount(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    public String password() {
        return id + "-demo";
    }
}
