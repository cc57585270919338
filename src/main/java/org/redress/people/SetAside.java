package org.redress.people;

import java.time.Instant;

/**
 * A conflict of interest that counts no more.
 *
 * @param account who was kept away
 * @param kind where the conflict came from
 * @param reason what was said against the person
 * @param by the account that set it aside
 * @param at when
 * @param because why, in words
 */
public record SetAside(String account, ConflictKind kind, String reason, String by, Instant at, String because) {}
