package org.redress.clock;

/**
 * What a list of bank holidays changes, and what that does to open due days.
 *
 * @param changes the days and years
 * @param effect the due days that move
 * @param mark stands for the exact text of the list; another text has another mark
 */
public record FeedPreview(FeedImport changes, Effect effect, String mark) {

    /** Whether the list says nothing that the table does not say already. */
    public boolean isEmpty() {
        return changes.added().isEmpty() && changes.withdrawn().isEmpty() && changes.yearsAdded().isEmpty();
    }
}
