package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N13, to the complainant, to interested persons and to the person complained against.
 *
 * @param recommendedOn the day of our recommendation
 * @param measures what we recommended; not empty
 * @param recommendationText the recommendation as a whole, or null
 * @param repliedOn the day of the force's reply
 * @param answer what the force answered
 * @param replyText the reply as it may be shown to this addressee
 * @param partWithheld whether something was left out because it could do harm
 * @param whatWeDo what we do now, in a person's words, or null
 */
public record ReplyCopy(
        ComplaintReference complaint,
        LocalDate recommendedOn,
        List<MeasureAsked> measures,
        String recommendationText,
        LocalDate repliedOn,
        Answer answer,
        String replyText,
        boolean partWithheld,
        String whatWeDo) {

    /** What a force can answer. */
    public enum Answer { ACCEPTED, PARTLY_ACCEPTED, NOT_ACCEPTED }

    public ReplyCopy {
        measures = List.copyOf(measures);
    }
}
