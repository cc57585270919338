package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents in {@code docs/generated} that the build makes from what the program does. They must equal what is committed;
 * {@code ./mvnw test -Dtest=<the test> -Dgenerated.write=true} writes them anew.
 */
public final class Generated {

    private static final Path FOLDER = Path.of("docs/generated");

    private Generated() {}

    public static void mustEqual(String file, String text) {
        mustEqual(FOLDER.resolve(file), text);
    }

    /** A document that is made, at the place where its readers look for it. */
    public static void mustEqual(Path kept, String text) {
        try {
            if (Boolean.getBoolean("generated.write")) {
                Files.createDirectories(kept.getParent());
                Files.writeString(kept, text);
            }
            assertThat(kept).as("write it with -Dgenerated.write=true, then read it").exists();
            assertThat(Files.readString(kept).replace("\r\n", "\n"))
                    .as("%s is out of date: write it with -Dgenerated.write=true, read the difference, commit it", kept)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
