package org.redress.casefile;

import java.util.List;
import java.util.Set;

/**
 * What somebody said of a paper: what it is, and in whose letters it may be named. A letter has these words and never the name
 * of the file.
 *
 * @param document the paper's number on the file
 * @param kind null while nobody has said
 * @param description what the paper is, in plain words that name nobody; null while nobody has said
 * @param considered whether it was looked at for the decision
 * @param namedTo in letters to whom it may be named
 */
public record PaperDescription(
        long document, PaperKind kind, String description, boolean considered, Set<PaperReader> namedTo) {

    public PaperDescription {
        namedTo = Set.copyOf(namedTo);
    }

    /** Whether a letter to this reader lists the paper. */
    public boolean isNamedTo(PaperReader reader) {
        return considered && kind != null && kind.mayBeNamed() && namedTo.contains(reader);
    }

    /** The readers in their order, in words. */
    public List<String> namedToWords() {
        return java.util.Arrays.stream(PaperReader.values()).filter(namedTo::contains).map(PaperReader::words).toList();
    }
}
