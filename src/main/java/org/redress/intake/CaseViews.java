package org.redress.intake;

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
import org.redress.review.Determination;
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
    private final DecisionViews decided;
    private final Clocks clocks;
    private final Letters letters;
    private final Restrictions restrictions;
    private final RecordedAnswers recorded;

    CaseViews(
            CaseFiles cases,
            CaseAccess access,
            Documents documents,
            DecisionViews decided,
            Clocks clocks,
            Letters letters,
            Restrictions restrictions,
            RecordedAnswers recorded) {
        this.cases = cases;
        this.access = access;
        this.documents = documents;
        this.decided = decided;
        this.clocks = clocks;
        this.letters = letters;
        this.restrictions = restrictions;
        this.recorded = recorded;
    }

    @Transactional(readOnly = true)
    CaseView of(CaseFile file) {
        String reference = file.reference();
        Optional<Determination> determination = decided.determination(reference);
        Optional<ReviewDecision> decision = decided.outcome(reference);
        return new CaseView(
                reference,
                file.kind(),
                file.state(),
                file.path() == null || file.path().equals(ReviewPaths.REVIEW) ? null : file.path().name(),
                determination.map(Determination::regime).orElse(null),
                determination.map(Determination::route).orElse(null),
                determination.map(Determination::reviewBody).orElse(null),
                determination.map(found -> decided.limbs(reference, found)).orElse(List.of()),
                determination.map(Determination::timeliness).orElse(null),
                clocks.countedDays(reference),
                clocks.lastDay(reference),
                determination.map(Determination::codeNames).orElse(List.of()),
                decided.allegations(reference),
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
                decided.decided(reference),
                decided.recommendations(reference),
                recorded.of(reference));
    }
}
