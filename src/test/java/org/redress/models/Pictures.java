package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures in {@code docs/pictures} that the build draws. Each must be that of its model as it is; whoever changed a model
 * writes them anew with {@code -Dgenerated.write=true}. Lines of writing may break elsewhere with other fonts: what is
 * compared is what lies where and what is said in it.
 */
final class Pictures {

    private static final Path FOLDER = Path.of("docs/pictures");

    private Pictures() {}

    static void mustEqual(String model, String svg) {
        Path kept = FOLDER.resolve(model + ".svg");
        try {
            if (Boolean.getBoolean("generated.write")) {
                Files.writeString(kept, svg);
            }
            assertThat(kept).as("draw it with -Dgenerated.write=true, then look at it").exists();
            assertThat(said(Files.readString(kept)))
                    .as("%s shows the model as it was: draw it with -Dgenerated.write=true, look at it, commit it", kept)
                    .isEqualTo(said(svg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> kept() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .map(name -> name.replace(".svg", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture without what follows from how long words are in the font at hand. */
    static String said(String svg) {
        return svg.replace("\r\n", "\n")
                .replaceFirst("<svg[^>]*>", "<svg>")
                .replaceFirst("<rect[^>]*fill=\"white\"/>", "<paper/>")
                .replaceAll("<tspan[^>]*>([^<]*)</tspan>", "$1 ")
                .replaceAll("<text[^>]*>", "<text>")
                .replace("</text><text>", " ")
                .replaceAll(" (y|height)=\"[^\"]*\"", "")
                .replaceAll("[ \\t]+", " ");
    }
}
