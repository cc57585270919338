package org.redress.review;

import java.util.List;
import java.util.Map;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.PaperDescriptions;
import org.redress.casefile.PaperReader;
import org.redress.casefile.Party;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.OutcomeShape;
import org.redress.review.letters.OutcomeToOthers;
import org.springframework.stereotype.Component;

/** What each kind of reader may read of the findings of a case. */
@Component
class OutcomeReading {

    private final CaseFiles cases;
    private final Findings findings;
    private final AllegationReaders readers;
    private final PaperDescriptions papers;

    OutcomeReading(CaseFiles cases, Findings findings, AllegationReaders readers, PaperDescriptions papers) {
        this.cases = cases;
        this.findings = findings;
        this.readers = readers;
        this.papers = papers;
    }

    /** The papers that somebody chose to be named to this reader, in the words chosen for them. */
    List<String> lookedAt(String reference, Reader reader) {
        return papers.namedTo(reference, PaperReader.valueOf(reader.name()));
    }

    /** Every allegation with its text, for the two who know it. */
    List<AllegationResult> results(String reference, Reader reader) {
        List<Assessment> assessments = findings.of(reference);
        return cases.allegations(reference).stream()
                .map(allegation -> {
                    Assessment assessment = assessment(reference, assessments, allegation.number());
                    return new AllegationResult(
                            allegation.number(),
                            allegation.text(),
                            allegation.forceOutcome(),
                            assessment.finding().name(),
                            assessment.reasons().of(reader),
                            assessment.oversightPoint());
                })
                .toList();
    }

    /** The allegations that concern this person, without their text. */
    List<OutcomeToOthers.Finding> findings(String reference, Reader reader, List<Party> people) {
        List<Assessment> assessments = findings.of(reference);
        List<Map<Integer, Boolean>> said = people.stream().map(person -> readers.of(reference, person.id())).toList();
        return cases.allegations(reference).stream()
                .map(Allegation::number)
                .filter(number -> said.stream().anyMatch(concerns -> concerns.getOrDefault(number, true)))
                .map(number -> assessment(reference, assessments, number))
                .map(found -> new OutcomeToOthers.Finding(
                        found.number(), found.about(), found.finding().name(), found.reasons().of(reader)))
                .toList();
    }

    OutcomeShape shape(String reference, ReviewDecision decision) {
        if (decision.proposal().differs()) {
            return OutcomeShape.AGAINST_FINDINGS;
        }
        boolean points = findings.of(reference).stream().anyMatch(found -> found.oversightPoint() != null);
        return decision.outcome() == Outcome.NOT_UPHELD && points ? OutcomeShape.WITH_POINTS : OutcomeShape.PLAIN;
    }

    private static Assessment assessment(String reference, List<Assessment> assessments, int number) {
        return assessments.stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Allegation " + number + " of " + reference + " is not assessed"));
    }
}
