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
    private static final String FROM = "<!-- made from the code -->";
    private static final String TO = "<!-- until here -->";

    private Generated() {}

    public static void mustEqual(String file, String text) {
        mustEqual(FOLDER.resolve(file), text);
    }

    /** Holds the part of a document that stands between {@code <!-- made from the code -->} and {@code <!-- until here -->}. */
    public static void partMustEqual(Path document, String text) {
        String whole;
        try {
            whole = Files.readString(document).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int from = whole.indexOf(FROM);
        int to = whole.indexOf(TO);
        assertThat(from).as("%s has no %s", document, FROM).isNotNegative();
        assertThat(to).as("%s has no %s", document, TO).isGreaterThan(from);
        mustEqual(document, whole.substring(0, from + FROM.length()) + "\n\n" + text + "\n" + whole.substring(to));
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
