package org.redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Documents;
import org.redress.casefile.RecordedAnswers;
import org.redress.casefile.Restrictions;
import org.redress.clock.Clocks;
import org.redress.letter.Letters;
import org.redress.review.Assessment;
import org.redress.review.Decisions;
import org.redress.review.Determination;
import org.redress.review.Determinations;
import org.redress.review.Facts;
import org.redress.review.Findings;
import org.redress.review.Recommendations;
import org.redress.review.ReviewClocks;
import org.redress.review.ReviewDecision;
import org.redress.review.ReviewPaths;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a case tells over REST. */
@Component
class CaseViews {

    private final CaseFiles cases;
    private final CaseAccess access;
    private final Documents documents;
    private final Facts facts;
    private final Determinations determinations;
    private final Findings findings;
    private final Decisions decisions;
    private final Clocks clocks;
    private final Letters letters;
    private final Recommendations recommendations;
    private final Restrictions restrictions;
    private final RecordedAnswers recorded;

    CaseViews(
            CaseFiles cases,
            CaseAccess access,
            Documents documents,
            Facts facts,
            Determinations determinations,
            Findings findings,
            Decisions decisions,
            Clocks clocks,
            Letters letters,
            Recommendations recommendations,
            Restrictions restrictions,
            RecordedAnswers recorded) {
        this.cases = cases;
        this.access = access;
        this.documents = documents;
        this.facts = facts;
        this.determinations = determinations;
        this.findings = findings;
        this.decisions = decisions;
        this.clocks = clocks;
        this.letters = letters;
        this.recommendations = recommendations;
        this.restrictions = restrictions;
        this.recorded = recorded;
    }

    @Transactional(readOnly = true)
    CaseView of(CaseFile file) {
        String reference = file.reference();
        Optional<Determination> determination = determinations.latest(reference);
        Optional<ReviewDecision> decision = decisions.current(reference);
        return new CaseView(
                reference,
                file.kind(),
                file.state(),
                file.path() == null || file.path().equals(ReviewPaths.REVIEW) ? null : file.path().name(),
                determination.map(Determination::regime).orElse(null),
                determination.map(Determination::route).orElse(null),
                determination.map(Determination::reviewBody).orElse(null),
                determination.map(found -> limbs(reference, found)).orElse(List.of()),
                determination.map(Determination::timeliness).orElse(null),
                clocks.countedDays(reference),
                clocks.lastDay(reference),
                determination.map(Determination::codeNames).orElse(List.of()),
                allegations(reference),
                decision.map(found -> found.outcome().name()).orElse(null),
                decision.map(found -> found.measures().stream().map(Enum::name).toList())
                        .orElse(List.of()),
                letters.of(reference).stream()
                        .map(letter -> new CaseView.LetterSummary(
                                letter.id(),
                                letter.kind().code(),
                                letter.to().role() + ": " + letter.to().name(),
                                letter.status().name(),
                                letter.sentAt(),
                                letter.delivery() != null && letter.delivery().isOwed() ? letter.problem() : null))
                        .toList(),
                documents.of(reference),
                file.restricted(),
                restrictions.mark(reference),
                access.earlierTwin(file).orElse(null),
                file.receivedAt(),
                file.closedAt(),
                file.keepUntil(),
                cases.parties(reference).stream()
                        .map(party -> new CaseView.PartyView(
                                party.role().name(),
                                party.fullName(),
                                party.email(),
                                party.phone(),
                                party.postalAddress()))
                        .toList(),
                decided(reference),
                recommendations(reference),
                recorded.of(reference));
    }

    private List<CaseView.LimbView> limbs(String reference, Determination determination) {
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

    private List<CaseView.AllegationView> allegations(String reference) {
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
                            assessment.map(Assessment::proposed).map(Enum::name).orElse(null),
                            assessment.map(Assessment::reason).orElse(null));
                })
                .toList();
    }

    private List<CaseView.RecommendationView> recommendations(String reference) {
        return recommendations.of(reference).stream()
                .map(made -> new CaseView.RecommendationView(
                        made.id(),
                        made.number(),
                        made.measure().name(),
                        made.text(),
                        made.madeOn(),
                        clocks.dueOn(reference, ReviewClocks.RECOMMENDATION_REPLY, made.number()).orElse(null),
                        made.replyOn(),
                        made.answer() == null ? null : made.answer().name(),
                        made.replyText()))
                .toList();
    }

    /** Every decision a person took, oldest first. */
    private List<CaseView.DecisionView> decided(String reference) {
        List<CaseView.DecisionView> decided = new ArrayList<>();
        determinations.all(reference).stream()
                .filter(determination -> determination.decidedPath() != null)
                .map(determination -> new CaseView.DecisionView(
                        "VALIDITY",
                        determination.decidedPath().name(),
                        determination.proposedPath().name(),
                        determination.decidedBy(),
                        determination.decidedAt(),
                        determination.departureReason()))
                .forEach(decided::add);
        findings.of(reference).stream()
                .map(assessment -> new CaseView.DecisionView(
                        "ALLEGATION_" + assessment.number(),
                        assessment.finding().name(),
                        assessment.proposed() == null ? null : assessment.proposed().name(),
                        assessment.assessedBy(),
                        assessment.assessedAt(),
                        assessment.departureReason()))
                .forEach(decided::add);
        decisions.current(reference)
                .map(decision -> new CaseView.DecisionView(
                        "OUTCOME",
                        decision.outcome().name(),
                        decision.proposed().name(),
                        decision.decidedBy(),
                        decision.decidedAt(),
                        decision.departureReason()))
                .ifPresent(decided::add);
        return decided;
    }
}
