package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<CasePath> OPEN = Set.of(
            ReviewPaths.FORWARD_TO_IOPC,
            ReviewPaths.OTHER_BODY,
            ReviewPaths.OLD_RULES,
            ReviewPaths.NOT_VALID,
            ReviewPaths.WITHDRAWN,
            ReviewPaths.ASK_APPLICANT,
            ReviewPaths.REVIEW);

    private static final Map<CasePath, LetterPurpose> DRAFTED_AT_ONCE = Map.of(
            ReviewPaths.FORWARD_TO_IOPC, LetterPurpose.FORWARDING,
            ReviewPaths.OTHER_BODY, LetterPurpose.OTHER_BODY,
            ReviewPaths.ASK_APPLICANT, LetterPurpose.ASKING,
            ReviewPaths.REVIEW, LetterPurpose.NOTICE);

    /** An applicant who did not answer is asked once more; after that a person decides without an answer. */
    private static final int MOST_SILENCES = 2;

    private final Determinations determinations;
    private final ApplicantAnswers applicantAnswers;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final ReviewLetters reviewLetters;
    private final ReviewBodyReasons reasons;
    private final ReviewWords pathWords;
    private final Now now;

    DecideValidityStep(
            Determinations determinations,
            ApplicantAnswers applicantAnswers,
            CaseFiles cases,
            Clocks clocks,
            ReviewLetters reviewLetters,
            ReviewBodyReasons reasons,
            ReviewWords pathWords,
            Now now) {
        this.determinations = determinations;
        this.applicantAnswers = applicantAnswers;
        this.cases = cases;
        this.clocks = clocks;
        this.reviewLetters = reviewLetters;
        this.reasons = reasons;
        this.pathWords = pathWords;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Determination proposal = standing(context);
        Map<String, String> words = reasons.words(context.caseReference());
        Map<String, Object> shown = new HashMap<>();
        int silences = applicantAnswers.silences(context.caseReference());
        if (!proposal.proposedPath().equals(ReviewPaths.ASK_APPLICANT) || silences < MOST_SILENCES) {
            shown.put("path", proposal.proposedPath().name());
        }
        shown.put("silenceWords", silenceWords(silences));
        shown.put("proposedPathWords", pathWords.path(proposal.proposedPath()));
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
        CasePath path = answers.path();
        new Faults()
                .when(path == null || !OPEN.contains(path), "path", "Choose one of the ends that the form offers.")
                .when(
                        ReviewPaths.ASK_APPLICANT.equals(path)
                                && applicantAnswers.silences(context.caseReference()) >= MOST_SILENCES,
                        "path",
                        "The applicant did not answer twice. Decide without an answer, with your reasons.")
                .whenUnexplained(
                        proposal.path().decide(answers.path(), answers.departureReason(), context.person(), now.instant()),
                        "",
                        "They stay on the file.")
                .refuseIfAny();
        String reference = context.caseReference();
        determinations.decide(reference, path, answers.departureReason(), context.person());
        cases.take(reference, path);
        prepare(reference, path, context.person());
        return RoutingFacts.of("path", path.name());
    }

    private static String silenceWords(int silences) {
        return switch (silences) {
            case 0 -> "";
            case 1 -> "The applicant was asked and did not answer. You can ask once more.";
            default -> "The applicant was asked twice and did not answer. **Asking again is not possible: decide without an"
                    + " answer.** What is missing can be waived; a review needs consent where somebody else applied.";
        };
    }

    /** What a path needs at once; a refusal is drafted when its reasons are written. */
    private void prepare(String reference, CasePath path, String person) {
        if (path.equals(ReviewPaths.REVIEW)) {
            clocks.end(ReviewClocks.VALIDITY.of(reference), now.today(), "The application is valid", person);
        }
        Optional.ofNullable(DRAFTED_AT_ONCE.get(path)).ifPresent(purpose -> reviewLetters.draft(reference, purpose.name()));
    }

    private Determination standing(StepContext context) {
        return determinations
                .latest(context.caseReference())
                .orElseThrow(() -> new IllegalStateException("Nothing has been determined for " + context.caseReference()));
    }
}
