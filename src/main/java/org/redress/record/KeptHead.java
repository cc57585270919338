package org.redress.record;

import java.time.Instant;

/**
 * A head of the record that was kept somewhere else.
 *
 * @param at when it was kept; null where nobody says
 */
public record KeptHead(Instant at, Head head) {}
