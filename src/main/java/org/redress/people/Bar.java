package org.redress.people;

import java.time.Instant;

/**
 * Why a person may not touch a case.
 *
 * @param account who is kept away
 * @param kind where the conflict comes from
 * @param reason why, in words
 * @param by the account that said so
 * @param at when it was said
 */
public record Bar(String account, ConflictKind kind, String reason, String by, Instant at) {}
