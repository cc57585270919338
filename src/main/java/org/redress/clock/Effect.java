package org.redress.clock;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a change of the calendar or of a clock does to due days that are open. It holds numbers only, because whoever keeps
 * the calendar sees no case.
 *
 * @param dueDays how many open due days move
 * @param cases in how many cases
 * @param clocks the same clock by clock, in the order of {@link ClockName}; clocks that stay where they are are left out
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
     * @param later how many become due later
     * @param earlier how many become due earlier
     */
    public record OfClock(ClockName clock, int later, int earlier) {

        /** "Papers from the force: 12 later, 1 earlier". */
        public String words() {
            return clock.words() + ": " + (earlier == 0 ? later + " later" : later == 0 ? earlier + " earlier"
                    : later + " later, " + earlier + " earlier");
        }
    }

    /** As part of a sentence: "no open due day" or "12 open due days in 9 cases". */
    public String words() {
        return dueDays == 0 ? "no open due day"
                : Explanation.number(dueDays, "open due day") + " in " + Explanation.number(cases, "case");
    }

    static Effect of(List<DueDayMoved> moves) {
        List<OfClock> clocks = moves.stream()
                .collect(Collectors.groupingBy(DueDayMoved::clock, java.util.TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(e -> new OfClock(e.getKey(),
                        (int) e.getValue().stream().filter(m -> m.to().isAfter(m.from())).count(),
                        (int) e.getValue().stream().filter(m -> m.to().isBefore(m.from())).count())).toList();
        return new Effect(moves.size(), (int) moves.stream().map(DueDayMoved::caseReference).distinct().count(), clocks);
    }
}
