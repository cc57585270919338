package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N10, to interested persons and to the person complained against: finding and reasons, without the complainant's words.
 * It is held back where it could prejudice a new investigation; that is a person's judgement and not this letter's.
 *
 * @param decidedOn the day of the decision
 * @param outcome {@code UPHELD} or {@code NOT_UPHELD}
 * @param outcomeReason why
 * @param findings one an allegation; not empty
 */
public record OutcomeToOthers(
        ComplaintReference complaint,
        LocalDate decidedOn,
        String outcome,
        String outcomeReason,
        List<Finding> findings) {

    /**
     * What we found on one allegation, without its text.
     *
     * @param finding {@code REASONABLE_AND_PROPORTIONATE} or {@code NOT_REASONABLE_AND_PROPORTIONATE}
     */
    public record Finding(int number, String finding, String reason) {}

    public OutcomeToOthers {
        findings = List.copyOf(findings);
    }
}
