package org.redress.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.clock.ClockName;
import org.redress.clock.ClockState;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.step.DecisionTables;
import org.redress.step.OpenSteps;
import org.redress.step.OpenSteps.OpenStep;
import org.springframework.stereotype.Component;

/** What needs attention about one case at this moment, as the table {@code Attention} sees its clocks, steps and new allegations. */
@Component
class AttentionTable {

    /**
     * A cause as it was found.
     *
     * @param subject the clock, step or allegation that it is about
     * @param occasion what tells one standing of the subject from the next, usually a day
     */
    record Found(
            String kind, String subject, String occasion, String about, String words, Attention.Told told, boolean raise, int priority) {

        String key() {
            return kind + "\n" + subject + "\n" + occasion;
        }
    }

    /** Clocks that the table Attention has rows of their own for. */
    private static final Set<ClockName> TOLD_BY_NAME = Set.of(ReviewClocks.DECISION_TARGET, ReviewClocks.PAPERS);

    private final Clocks clocks;
    private final OpenSteps steps;
    private final NewAllegations newAllegations;
    private final DecisionTables tables;
    private final Now now;

    AttentionTable(Clocks clocks, OpenSteps steps, NewAllegations newAllegations, DecisionTables tables, Now now) {
        this.clocks = clocks;
        this.steps = steps;
        this.newAllegations = newAllegations;
        this.tables = tables;
        this.now = now;
    }

    /**
     * Everything that stands about a case now.
     *
     * @param highRisk whether the case is raised for a risk, which the table may ask for
     */
    List<Found> standing(String caseReference, boolean highRisk) {
        List<Found> standing = new ArrayList<>();
        clocks.of(caseReference).stream()
                .filter(view -> view.state() == ClockState.RUNNING && view.dueOn() != null)
                .forEach(view -> standing.addAll(ofClock(view, highRisk)));
        steps.of(caseReference).forEach(step -> standing.addAll(ofStep(step, highRisk)));
        newAllegations.of(caseReference).stream()
                .filter(found -> found.passedOn() == null)
                .forEach(found -> standing.addAll(ofAllegation(found)));
        return standing;
    }

    private List<Found> ofClock(ClockView view, boolean highRisk) {
        String subject = view.clock().name() + (view.subject() == null ? "" : " " + view.subject());
        List<Found> found = new ArrayList<>(ask(
                TOLD_BY_NAME.contains(view.clock()) ? view.clock().name() : "OTHER_DEADLINE",
                clocks.workingDaysBetween(now.today(), view.dueOn()),
                null,
                null,
                highRisk,
                subject,
                view.dueOn(),
                view.name()));
        if (view.clock().equals(ReviewClocks.PAPERS)) {
            int waited = clocks.workingDaysBetween(view.startedOn(), now.today());
            found.addAll(ask("PAPERS_WAIT", null, waited, null, highRisk, subject, view.startedOn(), view.name()));
        }
        return found;
    }

    private List<Found> ofStep(OpenStep step, boolean highRisk) {
        if (step.waitsUntil() != null && step.waitsUntil().isAfter(now.instant())) {
            return List.of();
        }
        Instant since = step.waitsUntil() == null || step.waitsUntil().isBefore(step.openSince())
                ? step.openSince()
                : step.waitsUntil();
        LocalDate day = now.londonDay(since);
        int stood = clocks.workingDaysBetween(day, now.today());
        return ask("STEP", null, stood, step.assignee() != null, highRisk, "STEP " + step.task(), day, step.name());
    }

    private List<Found> ofAllegation(NewAllegations.NewAllegation allegation) {
        LocalDate day = now.londonDay(allegation.notedAt());
        return ask(
                "NEW_ALLEGATION",
                null,
                clocks.workingDaysBetween(day, now.today()),
                null,
                null,
                "NEW_ALLEGATION " + allegation.number(),
                day,
                "New allegation " + allegation.number());
    }

    private List<Found> ask(
            String watched,
            Integer left,
            Integer standing,
            Boolean inHand,
            Boolean highRisk,
            String subject,
            LocalDate occasion,
            String about) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("watched", watched);
        facts.put("workingDaysLeft", left);
        facts.put("workingDaysStanding", standing);
        facts.put("inHand", inHand);
        facts.put("highRisk", highRisk);
        return tables.consult("Attention", facts).stream()
                .map(hit -> new Found(
                        hit.get("kind").toString(),
                        subject,
                        occasion.toString(),
                        about,
                        hit.get("words").toString(),
                        Attention.Told.valueOf(hit.get("tell").toString()),
                        Boolean.TRUE.equals(hit.get("raise")),
                        ((Number) hit.get("priority")).intValue()))
                .toList();
    }
}
