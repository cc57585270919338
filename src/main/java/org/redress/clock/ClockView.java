package org.redress.clock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A clock as it is shown.
 *
 * @param clock which clock
 * @param name its name as staff say it; with its number where there are several of its kind in the case
 * @param subject which of several of its kind in the case the clock is for, counted from 1; null where for the case itself
 * @param state what it is doing
 * @param startedOn the day from which it counts, or null
 * @param dueOn the day at whose end it runs out; null if there is none, or while it stands still
 * @param countedDays for the time for applying, how many days were used; null if it never began
 * @param lastDay for the time for applying, its last day without any extension; otherwise null
 * @param words how it stands on the day asked about: "Due today", "2 working days late"
 * @param late whether its due day has passed unmet, or it was met after it
 * @param explanation one sentence on how the day was found
 * @param provision where the number comes from
 * @param caution what to know before relying on the number, or null if it is confirmed
 * @param facts everything recorded, oldest first; facts that were set aside stay visible
 */
@Schema(
        name = "Clock",
        description = "A clock of the case: its dated facts, their legal ground, when it is due, and in one sentence why",
        example = """
                {"clock": "PAPERS", "name": "Papers from the force", "subject": null, "state": "RUNNING",
                 "startedOn": "2026-03-03", "dueOn": "2026-03-17", "countedDays": null, "lastDay": null,
                 "words": "8 working days left", "late": false,
                 "explanation": "The 10th working day after Tuesday 3 March 2026 is Tuesday 17 March 2026.",
                 "provision": "local agreement", "caution": "Local target, to be confirmed.",
                 "facts": [{"on": "2026-03-03", "until": null, "kind": "START", "what": "Papers asked for",
                  "ground": "reg 30", "recordedAt": "2026-03-03T10:00:00Z", "recordedBy": "caseworker1", "setAside": false}]}""")
public record ClockView(@Schema(implementation = String.class) ClockName clock, String name, Integer subject, ClockState state, LocalDate startedOn, LocalDate dueOn,
        Integer countedDays, LocalDate lastDay, String words, boolean late, String explanation, String provision,
        String caution, List<Fact> facts) {

    /** Copies the facts. */
    public ClockView {
        facts = List.copyOf(facts);
    }

    /** This clock, said to be for one of several of its kind in the case. */
    ClockView of(int number) {
        return number == ClockAddress.THE_CASE ? this : new ClockView(clock, name + " " + number, number, state, startedOn, dueOn,
                countedDays, lastDay, words, late, explanation, provision, caution, facts);
    }

    /**
     * One fact.
     *
     * @param on the day it speaks of
     * @param until the last day it speaks of, or null
     * @param kind what it does to the clock
     * @param what what happened
     * @param ground the legal ground or the practice it rests on
     * @param recordedAt when it was recorded
     * @param recordedBy account that recorded it
     * @param setAside whether a later fact has set it aside
     */
    @Schema(name = "ClockFact", description = "What was recorded of a clock")
    public record Fact(LocalDate on, LocalDate until, FactKind kind, String what, String ground, Instant recordedAt,
            String recordedBy, boolean setAside) {
    }
}
