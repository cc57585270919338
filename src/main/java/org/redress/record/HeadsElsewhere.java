package org.redress.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Heads of the record, kept as a file in the data folder and thus outside the database: whoever cuts or rewrites the record
 * in the database alone is found out. One line a check: moment, number and hash.
 */
public final class HeadsElsewhere {

    private final Path file;

    public HeadsElsewhere(Path dataDirectory) {
        file = dataDirectory.resolve("record").resolve("heads.csv");
    }

    /** @throws IOException where the file is there and cannot be read */
    public List<Head> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> Head.read(line.substring(line.indexOf(',') + 1)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @throws IOException where it cannot be written */
    public void add(Instant at, Head head) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, at + "," + head + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
