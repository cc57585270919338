package org.redress.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of bank holidays has changed. Published once for each act of a person or each list read, inside its
 * transaction, once every open clock has been read anew.
 *
 * @param changes each day that was added or withdrawn; empty when only a year was confirmed as complete
 * @param years the years that are complete now and were not before
 * @param reason why, in the words of the person
 * @param by account that made the change
 */
public record BankHolidaysChanged(List<Change> changes, List<Integer> years, String reason, String by) {

    /** Copies the lists, so that a listener cannot change what the next one hears. */
    public BankHolidaysChanged {
        changes = List.copyOf(changes);
        years = List.copyOf(years);
    }

    /**
     * One day.
     *
     * @param division where it is kept
     * @param day the day
     * @param title its name
     * @param added true if it now counts as a holiday, false if it no longer does
     */
    public record Change(Division division, LocalDate day, String title, boolean added) {
    }

    /** What happened, as part of a sentence: "Spring bank holiday was moved ...". */
    public String words() {
        if (changes.isEmpty()) {
            return "the bank holidays of " + Explanation.list(years.stream().map(String::valueOf).toList())
                    + " are complete";
        }
        if (changes.size() > 3) {
            return changes.size() + " bank holidays were added or withdrawn";
        }
        return changes.stream()
                .map(c -> c.title() + " on " + Explanation.day(c.day())
                        + (c.added() ? " was added to the bank holidays" : " was withdrawn from the bank holidays"))
                .collect(Collectors.joining(" and "));
    }
}
