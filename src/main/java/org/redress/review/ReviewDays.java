package org.redress.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.clock.ClockName;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.step.DayRules;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/** The kinds of day that the forms of a review ask for. */
@Component
class ReviewDays implements DayRules {

    /** The day on which the complaint was made. */
    static final String COMPLAINT_MADE = "COMPLAINT_MADE";

    /** The day on which the force told the complainant something of the complaint. */
    static final String AFTER_COMPLAINT = "AFTER_COMPLAINT";

    /** The day on which something was done about the application here. */
    static final String DONE = "DONE";

    /** The day of an answer: what was asked for began the clock whose name follows. */
    static final Map<String, ClockName> ANSWERS = Map.of(
            "ANSWER_OF_APPLICANT", ReviewClocks.ANSWER_FROM_APPLICANT,
            "ANSWER_ABOUT_WITHDRAWAL", ReviewClocks.WITHDRAWAL_REPLY,
            "REPLY_OF_FORCE", ReviewClocks.RECOMMENDATION_REPLY);

    /** A day that is still to come. */
    static final String AHEAD = "AHEAD";

    private static final int YEARS_AHEAD = 2;

    private final CaseFiles cases;
    private final Facts facts;
    private final Clocks clocks;
    private final Now now;

    ReviewDays(CaseFiles cases, Facts facts, Clocks clocks, Now now) {
        this.cases = cases;
        this.facts = facts;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(COMPLAINT_MADE, AFTER_COMPLAINT, DONE, AHEAD, "ANSWER_OF_APPLICANT", "ANSWER_ABOUT_WITHDRAWAL", "REPLY_OF_FORCE");
    }

    @Override
    public Optional<String> fault(String kind, LocalDate day, StepContext context, Map<String, Object> answers) {
        LocalDate today = now.today();
        if (kind.equals(AHEAD)) {
            return ahead(day, today);
        }
        if (day.isAfter(today)) {
            return Optional.of("Enter a day that is not in the future.");
        }
        CaseFile file = cases.get(context.caseReference());
        LocalDate received = now.londonDay(file.receivedAt());
        return switch (kind) {
            case COMPLAINT_MADE -> day.isAfter(received)
                    ? Optional.of("Enter a day up to " + Words.day(received) + ", when the application about the complaint came.")
                    : Optional.empty();
            case AFTER_COMPLAINT -> notBefore(day, complaintMadeOn(file, answers), "when the complaint was made");
            case DONE -> notBefore(day, received, "when the application came");
            default -> notBefore(day, askedOn(ANSWERS.get(kind), context).orElse(received), "when it was asked for");
        };
    }

    private static Optional<String> ahead(LocalDate day, LocalDate today) {
        if (!day.isAfter(today)) {
            return Optional.of("Enter a day after today.");
        }
        return day.isAfter(today.plusYears(YEARS_AHEAD))
                ? Optional.of("Check the year: this day is more than two years ahead.")
                : Optional.empty();
    }

    private static Optional<String> notBefore(LocalDate day, LocalDate first, String whatHappened) {
        return first != null && day.isBefore(first)
                ? Optional.of("Enter a day from " + Words.day(first) + ", " + whatHappened + ", to today.")
                : Optional.empty();
    }

    /** As the same form says it, or the facts, or the application. */
    private LocalDate complaintMadeOn(CaseFile file, Map<String, Object> answers) {
        if (answers.get("complaintMadeOn") instanceof LocalDate answered) {
            return answered;
        }
        LocalDate known = facts.current(file.reference()).complaintMadeOn();
        return known == null ? file.complaintMadeOn() : known;
    }

    private Optional<LocalDate> askedOn(ClockName name, StepContext context) {
        return clocks.of(context.caseReference()).stream()
                .filter(clock -> clock.clock().equals(name) && clock.startedOn() != null)
                .filter(clock -> clock.subject() == null || context.routing().containsValue(clock.subject()))
                .map(ClockView::startedOn)
                .max(Comparator.naturalOrder());
    }
}
