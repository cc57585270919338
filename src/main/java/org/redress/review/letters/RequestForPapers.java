package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;
import org.redress.letter.NamesComplainant;

/**
 * N6, to the force.
 *
 * @param complainantName who complained, or null
 * @param investigated whether the complaint was investigated, so that there is a report to ask for
 * @param alsoAsked further papers, in the caseworker's words; may be empty
 * @param neededBy the day by which we ask for them
 */
public record RequestForPapers(
        ComplaintReference complaint,
        String complainantName,
        boolean investigated,
        List<String> alsoAsked,
        LocalDate neededBy) implements NamesComplainant {

    public RequestForPapers {
        alsoAsked = alsoAsked == null ? List.of() : List.copyOf(alsoAsked);
    }
}
