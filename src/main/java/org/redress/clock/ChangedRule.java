package org.redress.clock;

import java.time.Instant;

/**
 * A change of a clock's rule.
 *
 * @param clock which clock
 * @param name what staff call it
 * @param was the rule until then, in words
 * @param became the rule from then on, in words
 * @param changedAt when
 * @param changedBy account that changed it
 * @param reason why
 */
public record ChangedRule(
        ClockName clock, String name, String was, String became, Instant changedAt, String changedBy, String reason) {
}
