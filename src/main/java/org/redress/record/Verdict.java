package org.redress.record;

import java.util.Optional;

/**
 * What a check of the record found.
 *
 * @param head the newest act that is there
 * @param firstBroken the number of the first act that does not fit, or null where all fit
 * @param problem what does not fit, in words without personal data, or null
 */
public record Verdict(Head head, Long firstBroken, String problem) {

    public boolean whole() {
        return firstBroken == null;
    }

    /** The first act that does not fit. */
    public Optional<Long> broken() {
        return Optional.ofNullable(firstBroken);
    }
}
