package org.redress.clock;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a clock: from its facts, its rule and the calendar to a state, a day and a sentence. Knows no database. */
final class Derivation {

    /** Days after the first up to and including the last; the last is null while the clock still stands. */
    private record Gap(LocalDate from, LocalDate to, String why) {

        boolean holds(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    private final ClockRule rule;
    private final WorkingDays days;
    private final List<ClockFact> facts;

    private Derivation(ClockRule rule, WorkingDays days, List<ClockFact> facts) {
        this.rule = rule;
        this.days = days.asFarAsKnown();
        this.facts = facts;
    }

    static Reading read(ClockRule rule, WorkingDays days, List<ClockFact> facts) {
        Derivation derivation = new Derivation(rule, days, standing(facts));
        return rule.backwards()
                ? derivation.applicationPeriod() : derivation.forward();
    }

    /** The facts that no later fact has set aside. */
    static List<ClockFact> standing(List<ClockFact> facts) {
        Set<Integer> setAside = facts.stream().filter(f -> f.kind() == FactKind.SET_ASIDE)
                .map(ClockFact::setsAside).collect(Collectors.toSet());
        return facts.stream().filter(f -> f.kind() != FactKind.SET_ASIDE && !setAside.contains(f.number())).toList();
    }

    private Reading forward() {
        ClockFact begun = last(FactKind.START);
        if (begun == null) {
            return new Reading(last(FactKind.CANCEL) == null ? ClockState.NOT_STARTED : ClockState.CANCELLED,
                    null, null, null, null, "This clock has not started.");
        }
        // a clock that is started again counts from the beginning: what happened in its earlier run is over
        List<ClockFact> run = facts.stream().filter(f -> f.number() >= begun.number()).toList();
        ClockFact deemed = last(run, FactKind.DEEM);
        LocalDate start = deemed == null ? begun.on() : deemed.on();
        ClockFact cancelled = last(run, FactKind.CANCEL);
        ClockFact met = last(run, FactKind.MET);
        List<Gap> gaps = gaps(run);
        if (cancelled != null) {
            return new Reading(ClockState.CANCELLED, start, null, null, null,
                    "No longer needed since " + Explanation.day(cancelled.on()) + ": " + cancelled.what() + ".");
        }
        Gap open = gaps.stream().filter(g -> g.to() == null).findFirst().orElse(null);
        if (open != null && met == null) {
            return new Reading(ClockState.STOPPED, start, null, null, null, "The clock has stood still since "
                    + Explanation.day(open.from()) + " (" + open.why() + "), so no day is due until it is restarted.");
        }
        Due due = due(run, start, gaps);
        if (met != null) {
            String how = due == null ? "" : met.on().isAfter(due.day())
                    ? ", after the due day; " + inside(due.sentence()) : "; " + inside(due.sentence());
            return new Reading(ClockState.MET, start, due == null ? null : due.day(), null, null,
                    met.what() + " on " + Explanation.day(met.on()) + how + ".");
        }
        return new Reading(ClockState.RUNNING, start, due.day(), null, null, capital(due.sentence()) + ".");
    }

    private record Due(LocalDate day, String sentence) {
    }

    private Due due(List<ClockFact> run, LocalDate start, List<Gap> gaps) {
        if (gaps.stream().anyMatch(g -> g.to() == null)) {
            return null;
        }
        ClockFact fixed = null;
        int added = 0;
        for (ClockFact fact : run) {
            if (fact.kind() == FactKind.EXTEND && fact.until() != null) {
                fixed = fact;
                added = 0;
            } else if (fact.kind() == FactKind.EXTEND) {
                added += fact.addedCount();
            }
        }
        if (fixed == null) {
            LocalDate day = DayCount.find(rule.rule(), start, rule.count() + added, days, d -> leftOut(gaps, d));
            String counted = Explanation.sentence(rule.rule(), start, rule.count() + added, null, day, null, days);
            String sentence = counted
                    + (added == 0 ? "" : ", with " + unit(added) + " added by extension")
                    + leftOutWords(gaps, start, day);
            return new Due(day, sentence + provision() + provisional(start, day));
        }
        LocalDate granted = fixed.on();
        List<Gap> later = gaps.stream().filter(g -> !g.from().isBefore(granted)).toList();
        LocalDate day = pushed(fixed.until(), granted, added, later);
        String sentence = "the time was extended to " + Explanation.day(fixed.until()) + " (" + fixed.what() + ")"
                + (added == 0 ? "" : " and by " + unit(added) + " more") + leftOutWords(later, granted, day)
                + (day.equals(fixed.until()) ? "" : ", which leads to " + Explanation.day(day));
        return new Due(day, sentence + provisional(granted, day));
    }

    /** Carries a day that was granted on past more time and past the days on which the clock stood still. */
    private LocalDate pushed(LocalDate granted, LocalDate since, int added, List<Gap> gaps) {
        LocalDate day = rule.rule().unit() == DayRule.Unit.MONTH ? granted.plusMonths(added) : granted;
        int owed = rule.rule().unit() == DayRule.Unit.MONTH ? 0 : added;
        for (LocalDate d = since.plusDays(1); !d.isAfter(day); d = d.plusDays(1)) {
            if (counts(d) && leftOut(gaps, d)) {
                owed++;
            }
        }
        while (owed > 0) {
            day = day.plusDays(1);
            if (counts(day) && !leftOut(gaps, day)) {
                owed--;
            }
        }
        return day;
    }

    private boolean counts(LocalDate day) {
        return !rule.rule().countsWorkingDays() || days.isWorking(day);
    }

    private Reading applicationPeriod() {
        ClockFact provided = last(FactKind.START);
        ClockFact received = last(FactKind.MET);
        ClockFact deemed = last(FactKind.DEEM);
        if (last(FactKind.CANCEL) != null) {
            return new Reading(ClockState.CANCELLED, null, null, null, null, last(FactKind.CANCEL).what() + ".");
        }
        if (provided == null) {
            return new Reading(ClockState.NOT_STARTED, null, null, null, null,
                    "The " + rule.words() + " for applying have not begun, because no day is known on which the"
                            + " information about the right to a review was provided" + provision() + ".");
        }
        LocalDate start = provided.on();
        LocalDate lastDay = DayCount.find(rule.rule(), start, rule.count(), days, d -> false);
        ClockFact extended = last(FactKind.EXTEND);
        LocalDate due = extended == null ? lastDay : extended.until();
        String window = "the information about the right to a review was provided on " + Explanation.day(start)
                + ", so the last day for applying was " + Explanation.day(lastDay) + provision();
        String more = extended == null ? "" : ", extended to " + Explanation.day(due) + " (" + extended.what() + ")";
        if (received == null) {
            return new Reading(ClockState.RUNNING, start, due, null, lastDay,
                    capital(window.replace("applying was", "applying is")) + more + ".");
        }
        LocalDate made = deemed == null ? received.on() : deemed.on();
        List<Gap> gaps = gaps(facts);
        int counted = 0;
        int leftOut = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(made); day = day.plusDays(1)) {
            if (leftOut(gaps, day)) {
                leftOut++;
            } else {
                counted++;
            }
        }
        String making = deemed == null ? "the application was received on " + Explanation.day(made)
                : "the application counts as made on " + Explanation.day(made) + " (" + deemed.ground() + ")";
        String how = DAYS.between(start, made) <= 0
                ? ", before any of the " + rule.words() + " had passed"
                : leftOut == 0 ? ", day " + counted + " of " + rule.count()
                : ", " + Explanation.number((int) DAYS.between(start, made), "day") + " later, of which " + leftOut
                        + leftOutReason(gaps) + (leftOut == 1 ? " is" : " are") + " left out of account, so "
                        + (counted == 1 ? "1 day counts" : counted + " days count") + " against the " + rule.count();
        return new Reading(ClockState.MET, start, due, counted, lastDay, capital(window) + more + "; " + making + how
                + ".");
    }

    private static String leftOutReason(List<Gap> gaps) {
        return " (" + Explanation.list(gaps.stream().map(Gap::why).distinct().toList()) + ")";
    }

    private List<Gap> gaps(List<ClockFact> run) {
        List<Gap> gaps = new ArrayList<>();
        ClockFact stop = null;
        // by the day on which they happened: a stop may be recorded late
        for (ClockFact fact : run.stream().sorted(Comparator.comparing(ClockFact::on)
                .thenComparing(ClockFact::number)).toList()) {
            if (fact.kind() == FactKind.LEAVE_OUT) {
                gaps.add(new Gap(fact.on(), fact.until(), fact.what()));
            } else if (fact.kind() == FactKind.STOP && stop == null) {
                stop = fact;
            } else if (fact.kind() == FactKind.RESTART && stop != null) {
                gaps.add(new Gap(stop.on(), fact.on(), stop.what()));
                stop = null;
            }
        }
        if (stop != null) {
            gaps.add(new Gap(stop.on(), null, stop.what()));
        }
        return gaps;
    }

    private static boolean leftOut(List<Gap> gaps, LocalDate day) {
        return gaps.stream().anyMatch(gap -> gap.holds(day));
    }

    private static String leftOutWords(List<Gap> gaps, LocalDate start, LocalDate due) {
        List<String> words = gaps.stream()
                .filter(g -> g.to().isAfter(start) && g.from().isBefore(due) && g.to().isAfter(g.from()))
                .map(g -> "the days after " + Explanation.day(g.from()) + " up to " + Explanation.day(g.to()) + " ("
                        + g.why() + ")").toList();
        return words.isEmpty() ? "" : ", leaving out " + Explanation.list(words);
    }

    private String unit(int count) {
        return Explanation.number(count, switch (rule.rule().unit()) {
            case WORKING_DAY -> "working day";
            case DAY -> "day";
            case MONTH -> "month";
        });
    }

    private String provision() {
        return " (" + rule.provision() + ")";
    }

    private String provisional(LocalDate from, LocalDate to) {
        List<Integer> missing = rule.rule().countsWorkingDays() ? days.missingYears(from, to) : List.of();
        return missing.isEmpty() ? "" : "; this day may still move, because the bank holidays of "
                + Explanation.list(missing.stream().map(String::valueOf).toList()) + " are not in the table yet";
    }

    private ClockFact last(FactKind kind) {
        return last(facts, kind);
    }

    private static ClockFact last(List<ClockFact> facts, FactKind kind) {
        return facts.stream().filter(f -> f.kind() == kind).reduce((first, second) -> second).orElse(null);
    }

    /** For the middle of a sentence; names of days keep their capitals. */
    private static String inside(String sentence) {
        return sentence.matches("(The|A|Counting) .*")
                ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
