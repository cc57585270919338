package org.redress.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where everything that is kept on disk lives.
 *
 * @param dataDir the folder, from {@code redress.data-dir}; {@code ./data} where nothing is said
 */
@ConfigurationProperties("redress")
public record DataDirectory(Path dataDir) {

    public DataDirectory {
        dataDir = (dataDir == null ? Path.of("data") : dataDir).toAbsolutePath().normalize();
    }

    /**
     * A folder below the data folder, made where it is missing.
     *
     * @throws UncheckedIOException where the folder cannot be made: no right, no room, or a file of that name
     */
    public Path folder(String name) {
        try {
            return Files.createDirectories(dataDir.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + dataDir.resolve(name) + " cannot be made. Check redress.data-dir and its rights.", e);
        }
    }
}
