package org.redress.record;

import java.util.Optional;

/**
 * What a check of the record found.
 *
 * @param head the newest act that is there
 * @param firstBroken the number of the first act that does not fit, or null where all fit
 * @param problem what does not fit, in words without personal data, or null
 * @param limits what this check cannot tell, in words: acts without a seal that it could prove, and a cut since the last head
 *     that was kept elsewhere; null for checks of long ago
 */
public record Verdict(Head head, Long firstBroken, String problem, String limits) {

    public boolean whole() {
        return firstBroken == null;
    }

    /** The first act that does not fit. */
    public Optional<Long> broken() {
        return Optional.ofNullable(firstBroken);
    }
}
