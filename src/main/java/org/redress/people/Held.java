package org.redress.people;

import java.time.Instant;

/**
 * A time during which somebody had a case in hand.
 *
 * @param account who had it
 * @param from when it was given to them
 * @param by the account that gave it to them
 * @param until when they let go of it; null while they have it
 */
public record Held(String account, Instant from, String by, Instant until) {}
