package org.redress.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the house that keeps something about cases. Every such part has one bean of this type: it tells what it keeps,
 * for exports, and gives it up when the case is disposed of.
 */
public interface CaseHolding {

    /** The order in which parts give a case up: whoever others point to comes later. */
    int EARLY = 0;
    int LATER = 100;
    int LAST = 200;

    /** The names of the tables of ours that hold what this part keeps; none where it keeps nothing in them. */
    default Set<String> tables() {
        return Set.of();
    }

    /** Everything kept about a case, as rows by the name of their table; files are not among it. */
    default Map<String, List<Map<String, Object>>> rows(String caseReference) {
        return Map.of();
    }

    /**
     * The tables among them whose rows are of whoever brought the case, whether or not they name them: what they said, and what was
     * decided on what they brought.
     */
    default Set<String> theirsWhoBrought() {
        return Set.of();
    }

    /** Why a closed case cannot be disposed of yet, in words for a manager, or empty where nothing stands against it. */
    default Optional<String> stillNeeded(String caseReference) {
        return Optional.empty();
    }

    /** Gives up everything that is kept about the case, in the transaction of the caller. */
    void dispose(String caseReference);

    /**
     * Gives up what lies outside the database, such as files. Called on every node after disposals, and safe to repeat.
     *
     * @param disposed references of all cases that were ever disposed of
     */
    default void sweep(List<String> disposed) {}

    /**
     * Until when the case's traces outside our tables are kept.
     *
     * @param until the last day, or null where they stay until the case is disposed of
     */
    default void keep(String caseReference, LocalDate until) {}
}
