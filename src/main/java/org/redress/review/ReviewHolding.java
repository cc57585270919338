package org.redress.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the review keeps of a case: facts, determinations, assessments, decisions, answers and recommendations. */
@Component
@Order(CaseHolding.EARLY)
class ReviewHolding extends TableHolding {

    private final JdbcTemplate jdbc;

    ReviewHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc)
                .with("fact_set", "determination", "papers", "withdrawal_reply", "withdrawal_notice", "applicant_answer")
                .with("extension_decision", "assessment", "review_decision", "learning_point", "refusal")
                .with("passed_on", "paper_chase", "handling_direction", "new_allegation")
                .where("recommendation_more_time",
                        "recommendation in (select id from app.recommendation where case_reference = ?)")
                .with("recommendation", "allegation_reader"));
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> theirsWhoBrought() {
        return Set.of(
                "applicant_answer", "withdrawal_notice", "withdrawal_reply", "new_allegation", "extension_decision", "refusal",
                "assessment", "review_decision");
    }

    @Override
    public Optional<String> stillNeeded(String caseReference) {
        List<Integer> open = jdbc.queryForList(
                "select number from app.recommendation where case_reference = ? and answer is null order by number",
                Integer.class,
                caseReference);
        return open.isEmpty() ? Optional.empty() : Optional.of("The force has not answered recommendation " + open.get(0));
    }
}
