package org.redress.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.testing.Generated;

/** Every letter in every shape as text, to be read in one go by those who answer for the words. */
class LettersDocumentTest {

    @Test
    void the_page_of_the_letters_shows_each_as_it_goes_out() {
        List<LetterSamples.Sample> samples = LetterSamples.usual();
        StringBuilder text = new StringBuilder("""
                # The letters, as they read

                Made from the templates and from made-up data; `./mvnw test -Dtest=LettersDocumentTest -Dgenerated.write=true` writes it anew.
                What the file or a person says is the same few sentences everywhere; all else is the letter's own.

                | Letter | Variants |
                |---|---|
                """);
        LetterSamples.KINDS.all().forEach(kind -> text.append("| %s %s, to %s | %s |\n".formatted(
                kind.code(),
                kind.label(),
                kind.goesTo(),
                samples.stream().filter(sample -> sample.kind().equals(kind)).map(LetterSamples.Sample::name)
                        .collect(Collectors.joining("<br>")))));
        samples.forEach(sample -> text.append("\n## %s\n\n```text\n%s```\n"
                .formatted(sample.name(), RenderingBench.render(sample).text())));
        Generated.mustEqual("letters.md", text.toString());
    }
}
