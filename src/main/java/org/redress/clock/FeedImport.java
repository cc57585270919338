package org.redress.clock;

import java.time.LocalDate;
import java.util.List;

/**
 * What reading a list of bank holidays changed.
 *
 * @param added days that are holidays now
 * @param withdrawn days that an earlier list had and this one no longer has
 * @param leftAlone days that the list has but a person withdrew: the person's word stands until a person changes it
 * @param yearsAdded years that are complete now and were not before, for England and Wales
 */
public record FeedImport(
        List<LocalDate> added, List<LocalDate> withdrawn, List<LocalDate> leftAlone, List<Integer> yearsAdded) {

    /** Copies the lists. */
    public FeedImport {
        added = List.copyOf(added);
        withdrawn = List.copyOf(withdrawn);
        leftAlone = List.copyOf(leftAlone);
        yearsAdded = List.copyOf(yearsAdded);
    }
}
