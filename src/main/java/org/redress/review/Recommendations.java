package org.redress.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.Escalations;
import org.redress.kernel.ForDiagrams;
import org.redress.kernel.Words;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Procedures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the force was asked to do (section 11). What it answers is for {@link RecommendationReplies}, what is made of the answer
 * or of silence for {@link RepliesFollowedUp}.
 */
@Service
public class Recommendations {

    /** What tells the procedures of one case apart. */
    static final String NUMBER = "recommendationNumber";

    private final RecommendationRows rows;
    private final Decisions decisions;
    private final Letters letters;
    private final Escalations escalations;
    private final Clocks clocks;
    private final Procedures procedures;
    private final ActRecord acts;
    private final Now now;

    Recommendations(
            RecommendationRows rows,
            Decisions decisions,
            Letters letters,
            Escalations escalations,
            Clocks clocks,
            Procedures procedures,
            ActRecord acts,
            Now now) {
        this.rows = rows;
        this.decisions = decisions;
        this.letters = letters;
        this.escalations = escalations;
        this.clocks = clocks;
        this.procedures = procedures;
        this.acts = acts;
        this.now = now;
    }

    /** Makes a recommendation of each measure of the decision and has its reply followed up. Called by the diagram. */
    @Transactional
    @ForDiagrams
    public void make(String caseReference) {
        ReviewDecision decision = decisions.current(caseReference).orElseThrow();
        LocalDate madeOn = dayOfTheLetter(caseReference);
        int number = 0;
        for (Measure measure : decision.measures()) {
            number++;
            rows.made(caseReference, number, measure, decision.recommendationText(), madeOn);
            clocks.start(
                    ReviewClocks.RECOMMENDATION_REPLY.of(caseReference, number), madeOn, "The recommendation was made", "redress");
            acts.append(Act.of(caseReference, "redress", "MADE_RECOMMENDATION", "Recommendation " + number + " made: "
                            + measure.name() + " " + measure.words())
                    .because(clocks.ground(ReviewClocks.RECOMMENDATION_REPLY)));
            procedures.start(
                    "RecommendationReply",
                    caseReference,
                    escalations.asRouting(caseReference).and(NUMBER, number).and("chasedBefore", false));
        }
    }

    /** The clock counts from the day that the letter to the force names, even if the engine came round to it later. */
    private LocalDate dayOfTheLetter(String caseReference) {
        return letters.of(caseReference).stream()
                .filter(letter -> letter.kind().code().equals("N11") && letter.approvedAt() != null)
                .map(letter -> now.londonDay(letter.approvedAt()))
                .max(LocalDate::compareTo)
                .orElseGet(now::today);
    }

    /** Every recommendation of a case, in order. */
    @Transactional(readOnly = true)
    public List<RecommendationMade> of(String caseReference) {
        return rows.of(caseReference);
    }

    /** How many recommendations of all cases were answered in each way. */
    @Transactional(readOnly = true)
    public Map<ReplyAnswer, Long> answers() {
        Map<ReplyAnswer, Long> counted = new LinkedHashMap<>();
        for (ReplyAnswer answer : ReplyAnswer.values()) {
            counted.put(answer, rows.answered(answer));
        }
        return counted;
    }

    @Transactional(readOnly = true)
    RecommendationMade get(String caseReference, int number) {
        return rows.of(caseReference).get(number - 1);
    }

    /** @throws RecommendationUnknown where the case has no such recommendation */
    @Transactional(readOnly = true)
    RecommendationMade find(String caseReference, long id) {
        return rows.of(caseReference).stream()
                .filter(made -> made.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecommendationUnknown(caseReference, id));
    }
}
