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
        clocks.end(ReviewClocks.VALIDITY.of(reference), now.today(), "The applicant was asked", context.person());
        clocks.start(ReviewClocks.ANSWER_FROM_APPLICANT.of(reference), now.today(), "The applicant was asked", context.person());
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
            case CONSENT_OF_PERSONAL_REPRESENTATIVE -> "the written consent of the personal representative of the complainant, who has died";
            case CONSENT_OF_PARENT -> "the written consent of a parent of the complainant, or of the child";
            case CONSENT_OF_ORGANISATION -> "the written consent of somebody who may speak for the organisation";
            case REASONS_FOR_LATENESS -> "why the application is late";
            case WITHDRAWAL_OF_COMPLAINT, WITHDRAWAL_OF_REVIEW -> "whether this is a withdrawal";
        };
    }
}
