package org.redress.review;

import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseSection.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the review brings to the page of a case, where it takes no more than a look. */
@Configuration(proxyBeanMethods = false)
class ReviewSections {

    @Bean
    CaseSection raisedOnPage(Escalations escalations) {
        return CaseSection.of(Part.TAG, 200, "page/case/review/raised", (file, asked) -> escalations
                .latest(file.reference())
                .map(Escalations.Triage::level)
                .filter(level -> !level.equals("NONE"))
                .map(level -> Map.of("raisedTo", level)));
    }

    @Bean
    CaseSection attentionOnPage(Attention attention) {
        return CaseSection.of(
                Part.NEXT,
                100,
                "page/case/review/attention",
                (file, asked) -> Optional.of(Map.of("concerns", attention.standing(file.reference()))));
    }

    @Bean
    CaseSection outcomeOnPage(Decisions decisions) {
        return CaseSection.of(Part.OUTCOME, 100, "page/case/review/outcome", (file, asked) -> decisions
                .current(file.reference())
                .map(decision -> Map.of("outcome", decision.outcome())));
    }

    @Bean
    CaseSection comesUpInReview() {
        return CaseSection.of(Part.COMES_UP, 100, "page/case/review/comes-up", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection reviewBodyOnPage(ReviewBodyReasons reasons) {
        return CaseSection.of(
                Part.SECTION,
                700,
                "page/case/review/review-body",
                (file, asked) -> Optional.of(Map.of("body", reasons.of(file.reference()))));
    }
}
