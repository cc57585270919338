package org.redress.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how a clock stands on a day, as a person would glance at it. */
final class Wording {

    private Wording() {
    }

    static ClockView view(ClockRule rule, List<ClockFact> facts, LocalDate today, WorkingDays days) {
        Reading reading = facts.get(facts.size() - 1).reading();
        Set<Integer> setAside = facts.stream().map(ClockFact::setsAside).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LocalDate met = Derivation.standing(facts).stream().filter(f -> f.kind() == FactKind.MET)
                .map(ClockFact::on).reduce((first, second) -> second).orElse(null);
        boolean late = switch (reading.state()) {
            case RUNNING -> reading.dueOn().isBefore(today);
            case MET -> reading.countedDays() != null ? reading.countedDays() > rule.count()
                    : reading.dueOn() != null && met != null && met.isAfter(reading.dueOn());
            default -> false;
        };
        return new ClockView(rule.clock(), rule.name(), null, reading.state(), reading.startedOn(),
                reading.dueOn(), reading.countedDays(), reading.lastDay(), words(rule, reading, met, today, days), late,
                reading.explanation(), rule.provision(), rule.caution(),
                facts.stream().map(f -> new ClockView.Fact(f.on(), f.until(), f.kind(), f.what(), f.ground(),
                        f.recordedAt(), f.recordedBy(), setAside.contains(f.number()))).toList());
    }

    private static String words(ClockRule rule, Reading reading, LocalDate met, LocalDate today, WorkingDays days) {
        return switch (reading.state()) {
            case NOT_STARTED -> "Never started";
            case STOPPED -> "Stopped";
            case CANCELLED -> "No longer needed";
            case MET -> reading.countedDays() != null ? counted(rule, reading.countedDays())
                    : reading.dueOn() == null || !met.isAfter(reading.dueOn()) ? "Done in time"
                    : "Done " + late(rule, reading.dueOn(), met, days);
            case RUNNING -> running(rule, reading.dueOn(), today, days);
        };
    }

    private static String counted(ClockRule rule, int counted) {
        return counted <= rule.count() ? "Day " + counted + " of " + rule.count()
                : Explanation.number(counted - rule.count(), "day") + " out of time";
    }

    private static String running(ClockRule rule, LocalDate due, LocalDate today, WorkingDays days) {
        if (due.equals(today)) {
            return "Due today";
        }
        if (due.equals(today.plusDays(1))) {
            return "Due tomorrow";
        }
        if (due.isBefore(today)) {
            String late = late(rule, due, today, days);
            return Character.toUpperCase(late.charAt(0)) + late.substring(1);
        }
        return "Due in " + distance(rule, today, due, days);
    }

    private static String late(ClockRule rule, LocalDate due, LocalDate day, WorkingDays days) {
        return distance(rule, due, day, days) + " late";
    }

    /** In working days where the clock counts them; a Saturday after a Friday is none, and then it is said in days. */
    private static String distance(ClockRule rule, LocalDate from, LocalDate to, WorkingDays days) {
        int working = rule.rule().countsWorkingDays() ? days.between(from, to) : 0;
        return working > 0 ? Explanation.number(working, "working day")
                : Explanation.number((int) ChronoUnit.DAYS.between(from, to), "day");
    }
}
