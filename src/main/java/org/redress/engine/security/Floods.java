package org.redress.engine.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts what is asked of this node against what {@link Limits} leaves each account, or each address for those who are not
 * signed in yet. Who has used up a minute's share gets it back evenly over the minute that follows.
 */
@Component
@EnableConfigurationProperties(Limits.class)
class Floods {

    /** How many accounts and addresses are remembered; who was not seen for longest is forgotten first. */
    private static final int MOST = 10_000;

    /** What is limited. */
    enum Kind {
        APPLICATION("Too many applications came from this account within a minute. This one was not taken. Send it again in %s."),
        SEARCH("Too many searches came from this account within a minute. Search again in %s."),
        SIGN_IN("Too many people signed in from this address within a minute. Sign in again in %s.");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words(long seconds) {
            return words.formatted(seconds == 1 ? "a second" : seconds + " seconds");
        }
    }

    private record Key(Kind kind, String who) {}

    private final Limits limits;
    private final TimeMeter time;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Floods(Limits limits, Clock clock) {
        this.limits = limits;
        this.time = new HouseTime(clock);
    }

    /** Takes one from somebody's share. Returns how long to wait for the next where nothing is left, otherwise nothing. */
    Duration take(Kind kind, String who) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(new Key(kind, who), this::full);
        }
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private Bucket full(Key key) {
        int most = switch (key.kind()) {
            case APPLICATION -> limits.applicationsOf().getOrDefault(key.who(), limits.applications());
            case SEARCH -> limits.searchesOf().getOrDefault(key.who(), limits.searches());
            case SIGN_IN -> limits.signInsOf().getOrDefault(key.who(), limits.signIns());
        };
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private record HouseTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
