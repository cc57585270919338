package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.kernel.Words;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/** What a person reads about a recommendation before acting on it. */
@Component
class RecommendationWords {

    private final Recommendations recommendations;
    private final Clocks clocks;

    RecommendationWords(Recommendations recommendations, Clocks clocks) {
        this.recommendations = recommendations;
        this.clocks = clocks;
    }

    /** What every form about a recommendation shows of it. */
    Map<String, Object> shown(StepContext context) {
        return Map.of("recommendationWords", words(made(context)));
    }

    /** The same, and what the force replied. */
    Map<String, Object> shownWithReply(StepContext context) {
        RecommendationMade made = made(context);
        return Map.of(
                "recommendationWords",
                words(made),
                "replyWords",
                Words.day(made.replyOn()) + ", " + made.answer().words() + ": " + made.replyText());
    }

    private RecommendationMade made(StepContext context) {
        return recommendations.get(context.caseReference(), context.number(Recommendations.NUMBER));
    }

    private String words(RecommendationMade made) {
        List<String> lines = new ArrayList<>();
        lines.add(made.measure().name() + ": " + made.measure().words());
        lines.add("Made on " + Words.day(made.madeOn()) + "; the reply is due on "
                + Words.day(clocks.dueOn(ReviewClocks.RECOMMENDATION_REPLY.of(made.caseReference(), made.number())).orElse(null)));
        if (made.chasedOn() != null) {
            lines.add("Chased on " + Words.day(made.chasedOn()));
        }
        if (made.directedOn() != null) {
            lines.add("Directed to answer on " + Words.day(made.directedOn()));
        }
        return Words.lines(lines);
    }
}
