package org.redress.review;

import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AskApplicantStep implements Step<AskApplicant> {

    private final ReviewLetters reviewLetters;
    private final AskingLetters askingLetters;
    private final ApplicantAnswers applicantAnswers;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Now now;

    AskApplicantStep(
            ReviewLetters reviewLetters,
            AskingLetters askingLetters,
            ApplicantAnswers applicantAnswers,
            CaseFiles cases,
            Clocks clocks,
            Now now) {
        this.reviewLetters = reviewLetters;
        this.askingLetters = askingLetters;
        this.applicantAnswers = applicantAnswers;
        this.cases = cases;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "silenceWords",
                applicantAnswers.silences(context.caseReference()) == 0
                        ? ""
                        : "The applicant was asked before and did not answer. **This is the last time:** if no answer comes"
                                + " again, a person decides without one.",
                "askedForWords",
                Words.lines(askingLetters.needed(cases.get(context.caseReference())).stream()
                        .map(AskApplicantStep::words)
                        .toList()));
    }

    @Override
    public RoutingFacts complete(StepContext context, AskApplicant answers) {
        String reference = context.caseReference();
        reviewLetters.issueStandard(reference, LetterPurpose.ASKING, context.person());
        clocks.end(
                reference, ReviewClocks.VALIDITY, now.today(), "The applicant was asked", "Our own target", context.person());
        clocks.start(
                reference,
                ReviewClocks.ANSWER_FROM_APPLICANT,
                now.today(),
                "The applicant was asked",
                "Our own question; reg 29(6) and (7) (parallel)",
                context.person());
        cases.moveTo(reference, CaseState.WAITING_FOR_APPLICANT);
        return RoutingFacts.none();
    }

    private static String words(org.redress.review.letters.RequestForInformation.Needed needed) {
        return switch (needed) {
            case COMPLAINT_DETAILS -> "what the complaint was about";
            case COMPLAINT_DATE -> "when the complaint was made";
            case FORCE -> "which force decided it";
            case REVIEW_RIGHTS_DATE -> "when the force explained the right to a review";
            case OUTCOME_LETTER -> "a copy of the outcome letter";
            case CONSENT -> "the complainant's written consent";
            case REASONS_FOR_LATENESS -> "why the application is late";
            case WITHDRAWAL_OF_COMPLAINT, WITHDRAWAL_OF_REVIEW -> "whether this is a withdrawal";
        };
    }
}
