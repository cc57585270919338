package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.Party;
import org.redress.clock.Now;
import org.redress.clock.Targets;
import org.redress.letter.Draft;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.MeasureAsked;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.review.letters.OutcomeToForce;
import org.redress.review.letters.OutcomeToOthers;
import org.redress.review.letters.Recommendation;
import org.springframework.stereotype.Component;

/** The letters that tell a decision, each in words for its reader. */
@Component
class OutcomeLetters {

    private final Decisions decisions;
    private final OutcomeReading reading;
    private final NewAllegations newAllegations;
    private final Targets targets;
    private final Deciders deciders;
    private final Correspondence correspondence;
    private final Now now;

    OutcomeLetters(
            Decisions decisions,
            OutcomeReading reading,
            NewAllegations newAllegations,
            Targets targets,
            Deciders deciders,
            Correspondence correspondence,
            Now now) {
        this.decisions = decisions;
        this.reading = reading;
        this.newAllegations = newAllegations;
        this.targets = targets;
        this.deciders = deciders;
        this.correspondence = correspondence;
        this.now = now;
    }

    List<Draft> of(CaseFile file) {
        String reference = file.reference();
        ReviewDecision decision = decisions.current(reference)
                .orElseThrow(() -> new IllegalStateException("No decision on " + reference + " is on the file"));
        List<MeasureAsked> measures =
                decision.measures().stream().map(measure -> new MeasureAsked(measure.name(), null)).toList();
        LocalDate replyBy = measures.isEmpty() ? null : targets.of(ReviewClocks.RECOMMENDATION_REPLY, now.today());
        List<Draft> drafts = new ArrayList<>();
        drafts.add(LetterPurpose.OUTCOME.draft(file, "N8", correspondence.applicant(file), decision.decidedBy(),
                toComplainant(file, decision, measures, replyBy)));
        drafts.add(LetterPurpose.OUTCOME.draft(file, "N9", correspondence.theForce(), decision.decidedBy(),
                toForce(file, decision, measures, replyBy)));
        if (!measures.isEmpty()) {
            drafts.add(LetterPurpose.OUTCOME.draft(file, "N11", correspondence.theForce(), decision.decidedBy(),
                    new Recommendation(
                            correspondence.complaint(file),
                            correspondence.complainantName(file),
                            now.today(),
                            measures,
                            decision.recommendationText(),
                            replyBy)));
        }
        correspondence.told(file).forEach((reader, people) -> drafts.add(
                LetterPurpose.OUTCOME.draft(file, "N10", reader, decision.decidedBy(), toOthers(file, decision, people))));
        return drafts;
    }

    private OutcomeToComplainant toComplainant(
            CaseFile file, ReviewDecision decision, List<MeasureAsked> measures, LocalDate replyBy) {
        String reference = file.reference();
        return new OutcomeToComplainant(
                correspondence.complaint(file),
                now.londonDay(decision.decidedAt()),
                deciders.words(decision.decidedBy()),
                decision.outcome().name(),
                reading.shape(reference, decision),
                decision.reasons().of(Reader.COMPLAINANT),
                departure(decision),
                file.grounds(),
                reading.lookedAt(reference, Reader.COMPLAINANT),
                reading.results(reference, Reader.COMPLAINANT),
                measures,
                decision.recommendationText(),
                replyBy);
    }

    private OutcomeToForce toForce(
            CaseFile file, ReviewDecision decision, List<MeasureAsked> measures, LocalDate replyBy) {
        String reference = file.reference();
        List<AllegationResult> results = reading.results(reference, Reader.FORCE);
        return new OutcomeToForce(
                correspondence.complaint(file),
                correspondence.complainantName(file),
                now.londonDay(decision.decidedAt()),
                deciders.words(decision.decidedBy()),
                decision.outcome().name(),
                reading.shape(reference, decision),
                decision.reasons().of(Reader.FORCE),
                departure(decision),
                reading.lookedAt(reference, Reader.FORCE),
                results,
                measures,
                decision.recommendationText(),
                replyBy,
                oversightPoints(reference, results),
                null);
    }

    private String oversightPoints(String reference, List<AllegationResult> results) {
        List<String> points = new ArrayList<>(results.stream()
                .filter(result -> result.oversightPoint() != null)
                .map(result -> "Allegation " + result.number() + ": " + result.oversightPoint())
                .toList());
        newAllegations.of(reference).stream().filter(found -> found.passedOn() == null).forEach(found -> points.add(
                "New allegation, not part of this complaint and not decided here. Please treat it as a new complaint: "
                        + found.text()));
        return points.isEmpty() ? null : String.join("\n\n", points);
    }

    private OutcomeToOthers toOthers(CaseFile file, ReviewDecision decision, List<Party> people) {
        Reader reader = Reader.of(people.get(0).role());
        return new OutcomeToOthers(
                correspondence.complaint(file),
                now.londonDay(decision.decidedAt()),
                deciders.words(decision.decidedBy()),
                decision.outcome().name(),
                reading.shape(file.reference(), decision),
                decision.reasons().of(reader),
                departure(decision),
                reading.lookedAt(file.reference(), reader),
                reading.findings(file.reference(), reader, people));
    }

    private static String departure(ReviewDecision decision) {
        return decision.proposal().whyOtherwise();
    }
}
