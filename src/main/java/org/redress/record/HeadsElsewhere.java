package org.redress.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Heads of the record, kept as a file and thus outside the database: whoever cuts or rewrites the record in the database
 * alone is found out. One line each: moment, number and hash.
 */
public final class HeadsElsewhere {

    private final Path file;

    private HeadsElsewhere(Path file, boolean exactly) {
        this.file = exactly ? file : file.resolve("record").resolve("heads.csv");
    }

    /** The file of this node in its data folder. */
    public HeadsElsewhere(Path dataDirectory) {
        this(dataDirectory, false);
    }

    /** A file by its name, such as a copy that left the machine. */
    public static HeadsElsewhere in(Path file) {
        return new HeadsElsewhere(file, true);
    }

    /** @throws IOException where the file is there and cannot be read */
    public List<Head> read() throws IOException {
        return kept().stream().map(KeptHead::head).toList();
    }

    /**
     * The heads with the moments at which they were kept, as they came.
     *
     * @throws IOException where the file is there and cannot be read
     */
    public List<KeptHead> kept() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().flatMap(HeadsElsewhere::line).toList();
    }

    /** @throws IOException where the file is there and cannot be read */
    Optional<KeptHead> last() throws IOException {
        List<KeptHead> kept = kept();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    /** @throws IOException where it cannot be written */
    public void add(Instant at, Head head) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, at + "," + head + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Stream<KeptHead> line(String line) {
        int comma = line.indexOf(',');
        return Head.read(line.substring(comma + 1)).stream().map(head -> new KeptHead(moment(line, comma), head));
    }

    private static Instant moment(String line, int comma) {
        try {
            return comma < 0 ? null : Instant.parse(line.substring(0, comma));
        } catch (DateTimeException notOurs) {
            return null;
        }
    }
}
