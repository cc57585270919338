package org.redress.people;

import java.util.Optional;

/**
 * Keeps a person from work on a case: a conflict of interest, a restriction, a clearance that has lapsed. Every bean of
 * this type is asked when a case is allocated and when a step of it is claimed, given to somebody or completed.
 */
public interface WorkBar {

    /**
     * Why the person may not take work on the case, in words that they may read, or empty where nothing keeps them from
     * it.
     *
     * @param caseReference the case, for example {@code RV/2026/000042K}
     * @param account the person who would get the work
     */
    Optional<String> refusal(String caseReference, String account);

    /** Whether whoever is barred may not see the words of the case either. */
    default boolean hidesTheCase() {
        return false;
    }
}
