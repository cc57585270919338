package org.redress.clock;

/**
 * A clock's rule has changed. Published and answered inside its transaction: every open clock of that name is read
 * anew.
 *
 * @param was the rule until now
 * @param became the rule from now on
 */
public record ClockRuleChanged(ClockRule was, ClockRule became) {
}
