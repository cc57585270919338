package org.redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.clock.Clocks;
import org.redress.review.Assessment;
import org.redress.review.Decisions;
import org.redress.review.Determination;
import org.redress.review.Determinations;
import org.redress.review.Facts;
import org.redress.review.Findings;
import org.redress.review.Recommendations;
import org.redress.review.ReviewClocks;
import org.redress.review.ReviewDecision;
import org.redress.step.Proposal;
import org.springframework.stereotype.Component;

/** What was decided in a case, and by whom, as it is told over REST. */
@Component
class DecisionViews {

    private final CaseFiles cases;
    private final Facts facts;
    private final Determinations determinations;
    private final Findings findings;
    private final Decisions decisions;
    private final Recommendations recommendations;
    private final Clocks clocks;

    DecisionViews(
            CaseFiles cases,
            Facts facts,
            Determinations determinations,
            Findings findings,
            Decisions decisions,
            Recommendations recommendations,
            Clocks clocks) {
        this.cases = cases;
        this.facts = facts;
        this.determinations = determinations;
        this.findings = findings;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.clocks = clocks;
    }

    Optional<Determination> determination(String reference) {
        return determinations.latest(reference);
    }

    Optional<ReviewDecision> outcome(String reference) {
        return decisions.current(reference);
    }

    List<CaseView.LimbView> limbs(String reference, Determination determination) {
        return determination.limbs().stream()
                .map(limb -> {
                    Optional<Facts.FactSet> judged = facts.judgedBy(reference, limb.limb().fact());
                    return new CaseView.LimbView(
                            limb.limb().name(),
                            limb.provision(),
                            judged.map(Facts.FactSet::recordedBy).orElse(null),
                            judged.map(Facts.FactSet::recordedAt).orElse(null));
                })
                .toList();
    }

    List<CaseView.AllegationView> allegations(String reference) {
        List<Assessment> assessments = findings.of(reference);
        return cases.allegations(reference).stream()
                .map(allegation -> {
                    Optional<Assessment> assessment = assessments.stream()
                            .filter(found -> found.number() == allegation.number())
                            .findFirst();
                    return new CaseView.AllegationView(
                            allegation.number(),
                            allegation.text(),
                            assessment.map(found -> found.finding().name()).orElse(null),
                            assessment.map(found -> found.proposal().proposed()).map(Enum::name).orElse(null),
                            assessment.map(Assessment::reason).orElse(null));
                })
                .toList();
    }

    List<CaseView.RecommendationView> recommendations(String reference) {
        return recommendations.of(reference).stream()
                .map(made -> new CaseView.RecommendationView(
                        made.id(),
                        made.number(),
                        made.measure().name(),
                        made.text(),
                        made.madeOn(),
                        clocks.dueOn(ReviewClocks.RECOMMENDATION_REPLY.of(reference, made.number())).orElse(null),
                        made.replyOn(),
                        made.answer() == null ? null : made.answer().name(),
                        made.replyText()))
                .toList();
    }

    /** Every decision a person took, oldest first. */
    List<CaseView.DecisionView> decided(String reference) {
        List<CaseView.DecisionView> decided = new ArrayList<>();
        determinations.all(reference).stream()
                .filter(determination -> determination.path().isDecided())
                .map(determination -> view("VALIDITY", determination.path(), CasePath::name))
                .forEach(decided::add);
        findings.of(reference).stream()
                .map(assessment -> view("ALLEGATION_" + assessment.number(), assessment.proposal(), Enum::name))
                .forEach(decided::add);
        decisions.current(reference).map(decision -> view("OUTCOME", decision.proposal(), Enum::name)).ifPresent(decided::add);
        return decided;
    }

    private static <T> CaseView.DecisionView view(String kind, Proposal<T> taken, Function<T, String> code) {
        return new CaseView.DecisionView(
                kind,
                code.apply(taken.decided()),
                taken.proposed() == null ? null : code.apply(taken.proposed()),
                taken.by(),
                taken.at(),
                taken.reason());
    }
}
