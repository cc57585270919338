package org.redress.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What needs attention about one case at this moment, as the table {@code Attention} sees its clocks, its steps and what its procedure watches. */
@Component
class AttentionTable {

    /**
     * A cause as it was found.
     *
     * @param subject the clock, step or other thing that it is about
     * @param occasion what tells one standing of the subject from the next, usually a day
     */
    record Found(
            String kind, String subject, String occasion, String about, String words, Told told, boolean raise, int priority) {

        String key() {
            return kind + "\n" + subject + "\n" + occasion;
        }
    }

    private final Clocks clocks;
    private final OpenSteps steps;
    private final ProcedureOf procedureOf;
    private final DecisionTables tables;
    private final Now now;

    AttentionTable(Clocks clocks, OpenSteps steps, ProcedureOf procedureOf, DecisionTables tables, Now now) {
        this.clocks = clocks;
        this.steps = steps;
        this.procedureOf = procedureOf;
        this.tables = tables;
        this.now = now;
    }

    /**
     * Everything that stands about a case now.
     *
     * @param highRisk whether the case is raised for a risk, which the table may ask for
     */
    List<Found> standing(String caseReference, boolean highRisk) {
        Optional<WatchedThings> things = procedureOf.find(caseReference, WatchedThings.class);
        Set<ClockName> toldByName = things.map(WatchedThings::clocksToldByName).orElse(Set.of());
        List<Found> standing = new ArrayList<>();
        clocks.of(caseReference).stream()
                .filter(view -> view.state() == ClockState.RUNNING && view.dueOn() != null)
                .forEach(view -> standing.addAll(ofClock(view, toldByName, highRisk)));
        steps.of(caseReference).forEach(step -> standing.addAll(ofStep(step, highRisk)));
        things.map(watched -> watched.of(caseReference)).orElse(List.of()).forEach(thing -> standing.addAll(ofThing(thing, highRisk)));
        return standing;
    }

    /** The cases about which something stands that only their procedures know. */
    List<String> casesOfProcedures() {
        return procedureOf.all(WatchedThings.class).stream().flatMap(things -> things.cases().stream()).toList();
    }

    /** The clocks whose notices lift every step of a case, of all procedures: each name has one meaning in the house. */
    List<String> clocksOfTheWhole() {
        return procedureOf.all(WatchedThings.class).stream().map(things -> things.clockOfTheWhole().name()).toList();
    }

    static String subjectOf(String task) {
        return "STEP " + task;
    }

    private List<Found> ofClock(ClockView view, Set<ClockName> toldByName, boolean highRisk) {
        return ask(
                toldByName.contains(view.clock()) ? view.clock().name() : "OTHER_DEADLINE",
                clocks.workingDaysBetween(now.today(), view.dueOn()),
                null,
                null,
                highRisk,
                view.clock().name() + (view.subject() == null ? "" : " " + view.subject()),
                view.dueOn(),
                view.name());
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
        return ask("STEP", null, stood, step.assignee() != null, highRisk, subjectOf(step.task()), day, step.name());
    }

    private List<Found> ofThing(WatchedThings.Watched thing, boolean highRisk) {
        return ask(
                thing.watched(),
                null,
                clocks.workingDaysBetween(thing.since(), now.today()),
                null,
                highRisk,
                thing.subject(),
                thing.since(),
                thing.about());
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
                        Told.valueOf(hit.get("tell").toString()),
                        Boolean.TRUE.equals(hit.get("raise")),
                        ((Number) hit.get("priority")).intValue()))
                .toList();
    }
}
