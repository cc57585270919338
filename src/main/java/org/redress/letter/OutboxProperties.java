package org.redress.letter;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave.
 *
 * @param enabled whether letters go out by themselves; off, they wait until it is switched on
 * @param poll how often the outbox is looked through
 * @param retryAfter how long to wait after each failure that waiting may cure; after the last, a person is told
 * @param presumedDeadAfter how long a sender may hold a letter before we look whether it still lives
 */
@ConfigurationProperties("redress.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT15S") Duration poll,
        @DefaultValue({"PT1M", "PT10M", "PT1H", "PT6H"}) List<Duration> retryAfter,
        @DefaultValue("PT1M") Duration presumedDeadAfter) {}
