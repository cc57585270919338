package org.redress.review.letters;

import java.time.LocalDate;
import org.redress.letter.NamesComplainant;

/**
 * N12, to the force: what is still owed, or a direction to do it.
 *
 * @param complainantName who complained, or null
 * @param owed what has not come
 * @param askedOn the day we asked for it
 * @param wasDueOn the day we had asked to have it by
 * @param nowBy the new day
 * @param direction whether this is a direction under section 15 of the Police Reform Act 2002, which only a missing reply
 *     to a recommendation can call for
 * @param steps what must be done; needed for a direction, else may be null
 * @param reasons why we direct it; needed for a direction, else null
 */
public record Chaser(
        ComplaintReference complaint,
        String complainantName,
        Owed owed,
        LocalDate askedOn,
        LocalDate wasDueOn,
        LocalDate nowBy,
        boolean direction,
        String steps,
        String reasons) implements NamesComplainant {

    /** What a force can owe us. */
    public enum Owed { PAPERS, RECOMMENDATION_REPLY }

    public Chaser {
        if (direction && owed != Owed.RECOMMENDATION_REPLY) {
            throw new IllegalArgumentException("A direction answers a missing reply to a recommendation and nothing else");
        }
    }
}
