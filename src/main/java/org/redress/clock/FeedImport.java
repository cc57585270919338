package org.redress.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading a list of bank holidays changes.
 *
 * @param added days that become holidays
 * @param withdrawn days that an earlier list had and this one no longer has
 * @param leftAlone days that the list has but a person withdrew: the person's word stands until a person changes it
 * @param yearsAdded years that become complete and were not before, for England and Wales
 */
public record FeedImport(
        List<LocalDate> added, List<LocalDate> withdrawn, List<LocalDate> leftAlone, List<Integer> yearsAdded) {

    /** More days than this are a number, not a list. */
    private static final int NAMED_DAYS = 10;

    /** Copies the lists. */
    public FeedImport {
        added = List.copyOf(added);
        withdrawn = List.copyOf(withdrawn);
        leftAlone = List.copyOf(leftAlone);
        yearsAdded = List.copyOf(yearsAdded);
    }

    /** What changes, each a sentence without its full stop; empty if nothing does. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (!added.isEmpty()) {
            words.add("Added: " + days(added));
        }
        if (!withdrawn.isEmpty()) {
            words.add("Withdrawn: " + days(withdrawn));
        }
        if (!yearsAdded.isEmpty()) {
            words.add("Complete now: " + Explanation.list(yearsAdded.stream().map(String::valueOf).toList()));
        }
        if (!leftAlone.isEmpty()) {
            words.add("In the list but withdrawn by a person here, and left so: " + days(leftAlone));
        }
        return words;
    }

    private static String days(List<LocalDate> days) {
        return days.size() > NAMED_DAYS
                ? days.size() + " days from " + Explanation.day(days.get(0)) + " to "
                        + Explanation.day(days.get(days.size() - 1))
                : Explanation.list(days.stream().map(Explanation::day).toList());
    }
}
