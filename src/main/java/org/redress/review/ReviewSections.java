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
