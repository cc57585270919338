package org.redress.clock;

import java.time.Instant;

/**
 * An application went to the wrong body first.
 *
 * @param body which
 * @param receivedAt when that body received it; null if not known, and then nothing can be left out
 * @param forwardedAt when that body sent it on; null if not known, and then the moment it came is taken
 */
public record Misdirection(WrongBody body, Instant receivedAt, Instant forwardedAt) {
}
