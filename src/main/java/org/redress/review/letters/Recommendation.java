package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;
import org.redress.letter.NamesComplainant;

/**
 * N11, to the force.
 *
 * @param complainantName who complained, or null
 * @param madeOn the day the recommendation is made
 * @param measures what we recommend; not empty
 * @param text the recommendation as a whole, or null where the measures say it all
 * @param replyBy the day by which we ask for an answer
 */
public record Recommendation(
        ComplaintReference complaint,
        String complainantName,
        LocalDate madeOn,
        List<MeasureAsked> measures,
        String text,
        LocalDate replyBy) implements NamesComplainant {

    public Recommendation {
        measures = List.copyOf(measures);
    }
}
