package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N10, to an interested person or to the person complained against: the decision, and finding and reasons on the allegations that
 * concern this reader and no others. It has neither the complainant's name nor their words.
 * It is held back where it could prejudice a new investigation; that is a person's judgement and not this letter's.
 *
 * @param decidedOn the day of the decision
 * @param decidedBy who decided, by name or role as the body chooses
 * @param outcome {@code UPHELD} or {@code NOT_UPHELD}
 * @param shape how the outcome stands to the findings
 * @param outcomeReason why, in words for this kind of reader
 * @param departureReason why the outcome is otherwise than the findings propose; needed for that shape, else null
 * @param lookedAt the papers we read, in plain words, as somebody chose them for this kind of reader; may be empty
 * @param findings one for each allegation that concerns this reader; may be empty
 */
public record OutcomeToOthers(
        ComplaintReference complaint,
        LocalDate decidedOn,
        String decidedBy,
        String outcome,
        OutcomeShape shape,
        String outcomeReason,
        String departureReason,
        List<String> lookedAt,
        List<Finding> findings) {

    /**
     * What we found on one allegation, without its text.
     *
     * @param about what it is about, in a sentence that names nobody; null where nobody wrote one
     * @param finding {@code REASONABLE_AND_PROPORTIONATE} or {@code NOT_REASONABLE_AND_PROPORTIONATE}
     */
    public record Finding(int number, String about, String finding, String reason) {}

    public OutcomeToOthers {
        lookedAt = lookedAt == null ? List.of() : List.copyOf(lookedAt);
        findings = List.copyOf(findings);
    }
}
