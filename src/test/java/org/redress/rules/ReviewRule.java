package org.redress.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One rule of the review.
 *
 * @param where the places at which a person is asked, parted by blanks; for a rule that is not ours the reason
 */
record ReviewRule(String id, String words, String provision, KeptBy keptBy, String where) {

    static final Path FILE = Path.of("src/test/resources/rules/review-rules.csv");

    enum KeptBy {
        PROGRAM,
        PERSON,
        NOT_OURS
    }

    static List<ReviewRule> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ReviewRule::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReviewRule read(String line) {
        String[] fields = line.split(";", -1);
        if (fields.length != 5) {
            throw new AssertionError(FILE + ": five fields are needed, not " + fields.length + ": " + line);
        }
        return new ReviewRule(
                fields[0].strip(), fields[1].strip(), fields[2].strip(), KeptBy.valueOf(fields[3].strip()), fields[4].strip());
    }

    /** Where a person is asked; none where the program alone keeps the rule, or where it is not ours. */
    List<Place> places() {
        return keptBy == KeptBy.NOT_OURS || where.isEmpty()
                ? List.of()
                : List.of(where.split("\\s+")).stream().map(Place::read).toList();
    }
}
