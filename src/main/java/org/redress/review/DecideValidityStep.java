package org.redress.review;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideValidityStep implements Step<DecideValidity> {

    /** What a person can decide at this point. */
    private static final EnumSet<CasePath> OPEN = EnumSet.of(
            CasePath.FORWARD_TO_IOPC,
            CasePath.OTHER_BODY,
            CasePath.OLD_RULES,
            CasePath.NOT_VALID,
            CasePath.WITHDRAWN,
            CasePath.ASK_APPLICANT,
            CasePath.REVIEW);

    /** An applicant who did not answer is asked once more; after that a person decides without an answer. */
    private static final int MOST_SILENCES = 2;

    private final Determinations determinations;
    private final ApplicantAnswers applicantAnswers;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final ReviewLetters reviewLetters;
    private final ReviewBodyReasons reasons;
    private final Now now;

    DecideValidityStep(
            Determinations determinations,
            ApplicantAnswers applicantAnswers,
            CaseFiles cases,
            Clocks clocks,
            ReviewLetters reviewLetters,
            ReviewBodyReasons reasons,
            Now now) {
        this.determinations = determinations;
        this.applicantAnswers = applicantAnswers;
        this.cases = cases;
        this.clocks = clocks;
        this.reviewLetters = reviewLetters;
        this.reasons = reasons;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Determination proposal = standing(context);
        Map<String, String> words = reasons.words(context.caseReference());
        Map<String, Object> shown = new HashMap<>();
        int silences = applicantAnswers.silences(context.caseReference());
        if (proposal.proposedPath() != CasePath.ASK_APPLICANT || silences < MOST_SILENCES) {
            shown.put("path", proposal.proposedPath().name());
        }
        shown.put("silenceWords", silenceWords(silences));
        shown.put("proposedPathWords", proposal.proposedPath().words());
        shown.put(
                "limbsWords",
                proposal.limbs().isEmpty()
                        ? "None. The review is not for the IOPC."
                        : Words.lines(proposal.limbs().stream()
                                .map(met -> words.get(met.limb().name()) + " (" + met.provision() + ")")
                                .toList()));
        LocalDate lastDay = clocks.lastDay(context.caseReference());
        shown.put(
                "countedDaysWords",
                proposal.countedDays() == null
                        ? "As far as the file shows, the right to a review was not explained. Then the 28 days have not started."
                        : "The application came on day " + proposal.countedDays() + ". There are 28 days. The last day was " + Words.day(lastDay) + ".");
        shown.put(
                "codesWords",
                proposal.codes().isEmpty()
                        ? "None."
                        : Words.lines(proposal.codes().stream()
                                .map(code -> code.code() + ": " + ValidityCode.words(code.code()))
                                .toList()));
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideValidity answers) {
        Determination proposal = standing(context);
        new Faults()
                .when(!OPEN.contains(answers.path()), "path", "Choose one of the ends that the form offers.")
                .when(
                        answers.path() == CasePath.ASK_APPLICANT
                                && applicantAnswers.silences(context.caseReference()) >= MOST_SILENCES,
                        "path",
                        "The applicant did not answer twice. Decide without an answer, with your reasons.")
                .whenUnexplained(
                        proposal.path().decide(answers.path(), answers.departureReason(), context.person(), now.instant()),
                        "",
                        "They stay on the file.")
                .refuseIfAny();
        String reference = context.caseReference();
        determinations.decide(reference, answers.path(), answers.departureReason(), context.person());
        cases.take(reference, answers.path());
        prepare(reference, answers.path(), context.person());
        return RoutingFacts.of("path", answers.path());
    }

    private static String silenceWords(int silences) {
        return switch (silences) {
            case 0 -> "";
            case 1 -> "The applicant was asked and did not answer. You can ask once more.";
            default -> "The applicant was asked twice and did not answer. **Asking again is not possible: decide without an"
                    + " answer.** What is missing can be waived; a review needs consent where somebody else applied.";
        };
    }

    private void prepare(String reference, CasePath path, String person) {
        switch (path) {
            case FORWARD_TO_IOPC -> reviewLetters.draft(reference, LetterPurpose.FORWARDING.name());
            case OTHER_BODY -> reviewLetters.draft(reference, LetterPurpose.OTHER_BODY.name());
            case ASK_APPLICANT -> reviewLetters.draft(reference, LetterPurpose.ASKING.name());
            case REVIEW -> {
                clocks.end(ReviewClocks.VALIDITY.of(reference), now.today(), "The application is valid", person);
                reviewLetters.draft(reference, LetterPurpose.NOTICE.name());
            }
            default -> {
                // a refusal is drafted when its reasons are written
            }
        }
    }

    private Determination standing(StepContext context) {
        return determinations
                .latest(context.caseReference())
                .orElseThrow(() -> new IllegalStateException("Nothing has been determined for " + context.caseReference()));
    }
}
