package org.redress.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.springframework.stereotype.Component;

/**
 * What the tables said of an application and what was decided, what the applicant answered or withdrew, and how it ended
 * without a review, on the page of a case.
 */
@Component
class ValiditySection implements CaseSection {

    private final Determinations determinations;
    private final ReviewBodyReasons reasons;
    private final ApplicantAnswers answers;
    private final Withdrawals withdrawals;
    private final Refusals refusals;

    ValiditySection(
            Determinations determinations,
            ReviewBodyReasons reasons,
            ApplicantAnswers answers,
            Withdrawals withdrawals,
            Refusals refusals) {
        this.determinations = determinations;
        this.reasons = reasons;
        this.answers = answers;
        this.withdrawals = withdrawals;
        this.refusals = refusals;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Applications.KIND);
    }

    @Override
    public int place() {
        return 800;
    }

    @Override
    public String template() {
        return "page/case/review/validity";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        String known = file.reference();
        List<Determination> newestFirst = new ArrayList<>(determinations.all(known));
        Collections.reverse(newestFirst);
        Map<String, Object> shown = new HashMap<>();
        shown.put("determinations", newestFirst);
        shown.put("limbWords", reasons.words(known));
        shown.put("answers", answers.of(known));
        shown.put("withdrawals", withdrawals.of(known));
        shown.put("refusal", refusals.refusal(known).orElse(null));
        shown.put("passedOn", refusals.passedOn(known).orElse(null));
        return Optional.of(shown);
    }
}
