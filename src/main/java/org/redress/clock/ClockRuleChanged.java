package org.redress.clock;

/**
 * A clock's rule has changed. Published inside its transaction, once every open clock of that name has been read anew.
 *
 * @param was the rule until now
 * @param became the rule from now on
 */
public record ClockRuleChanged(ClockRule was, ClockRule became) {
}
