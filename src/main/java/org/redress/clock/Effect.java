package org.redress.clock;

import java.util.ArrayList;
import java.util.List;
import org.redress.kind.DeclaredClock;

/**
 * What a change of the calendar or of a clock does to due days that are open. It holds numbers only, because whoever keeps
 * the calendar sees no case.
 *
 * @param dueDays how many open due days move
 * @param cases in how many cases
 * @param clocks the same clock by clock, in the order in which the kinds declare them; clocks that stay where they are are left out
 */
public record Effect(int dueDays, int cases, List<OfClock> clocks) {

    /** Copies the list. */
    public Effect {
        clocks = List.copyOf(clocks);
    }

    /**
     * The due days of one clock, all cases together.
     *
     * @param clock which clock
     * @param name what staff call it
     * @param later how many become due later
     * @param earlier how many become due earlier
     */
    public record OfClock(ClockName clock, String name, int later, int earlier) {

        /** "Papers from the force: 12 later, 1 earlier". */
        public String words() {
            return name + ": " + (earlier == 0 ? later + " later" : later == 0 ? earlier + " earlier"
                    : later + " later, " + earlier + " earlier");
        }
    }

    /** As part of a sentence: "no open due day" or "12 open due days in 9 cases". */
    public String words() {
        return dueDays == 0 ? "no open due day"
                : Explanation.number(dueDays, "open due day") + " in " + Explanation.number(cases, "case");
    }

    /** Nothing moves. */
    static Effect none() {
        return new Effect(0, 0, List.of());
    }

    static Effect of(List<DueDayMoved> moves, List<DeclaredClock> inOrder) {
        List<OfClock> clocks = new ArrayList<>();
        for (DeclaredClock declared : inOrder) {
            List<DueDayMoved> own = moves.stream().filter(move -> move.clock().name().equals(declared.name())).toList();
            if (!own.isEmpty()) {
                clocks.add(new OfClock(own.get(0).clock(), declared.words(),
                        (int) own.stream().filter(move -> move.to().isAfter(move.from())).count(),
                        (int) own.stream().filter(move -> move.to().isBefore(move.from())).count()));
            }
        }
        return new Effect(moves.size(), (int) moves.stream().map(DueDayMoved::caseReference).distinct().count(), clocks);
    }
}
