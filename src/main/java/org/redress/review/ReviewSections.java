package org.redress.review;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseSection.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the review brings to the page of a case, where it takes no more than a look. */
@Configuration(proxyBeanMethods = false)
class ReviewSections {

    private static final Set<String> KIND = Set.of(Applications.KIND);

    @Bean
    CaseSection complaintOnPage() {
        return CaseSection.of(KIND, Part.SECTION, 400, "page/case/review/complaint", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection outcomeOnPage(Decisions decisions) {
        return CaseSection.of(KIND, Part.OUTCOME, 100, "page/case/review/outcome", (file, asked) -> decisions
                .current(file.reference())
                .map(decision -> Map.of("outcome", decision.outcome())));
    }

    @Bean
    CaseSection comesUpInReview() {
        return CaseSection.of(KIND, Part.COMES_UP, 100, "page/case/review/comes-up", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection reviewBodyOnPage(ReviewBodyReasons reasons) {
        return CaseSection.of(
                KIND,
                Part.SECTION,
                700,
                "page/case/review/review-body",
                (file, asked) -> Optional.of(Map.of("body", reasons.of(file.reference()))));
    }
}
