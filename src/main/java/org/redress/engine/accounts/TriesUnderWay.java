package org.redress.engine.accounts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The passwords that wait to be judged on this node. A guess counts from the moment it arrives, in memory and before any
 * connection is taken, so that guesses sent side by side win nothing over guesses one after another. What is counted here
 * goes when the judgement is written down or the password was right.
 */
@Component
public class TriesUnderWay {

    /** How long somebody waits who could not be judged only because others were being judged. */
    public static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** A machine that sends several right passwords at once should not be sent away; whoever sends a flood should. */
    private static final int MOST_WAITING = 20;

    private final Map<String, Integer> counts = new HashMap<>();
    private final ThreadLocal<List<String>> mine = new ThreadLocal<>();
    private int waiting;

    /** How many tries came before one and are not judged yet: for the same account from the same address, and for each alone. */
    public record Ahead(int ofPair, int ofAccount, int ofAddress) {}

    /** Counts the try of this thread, until {@link #judged}. */
    public synchronized Ahead begin(String account, String address) {
        String who = account.toLowerCase(Locale.ROOT);
        List<String> keys = List.of("pair " + address + " " + who, "account " + who, "address " + address);
        Ahead ahead = new Ahead(of(keys.get(0)), of(keys.get(1)), of(keys.get(2)));
        keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        mine.set(keys);
        return ahead;
    }

    /** The try of this thread is judged, or there was none. */
    public synchronized void judged() {
        List<String> keys = mine.get();
        if (keys != null) {
            mine.remove();
            keys.forEach(key -> counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1));
            notifyAll();
        }
    }

    /** Waits until some other try is judged. Says no where none was in time, or too many wait already. */
    public synchronized boolean anotherJudged(Duration patience) {
        if (waiting >= MOST_WAITING || patience.isNegative() || patience.isZero()) {
            return false;
        }
        waiting++;
        try {
            TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, patience.toMillis()));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private int of(String key) {
        return counts.getOrDefault(key, 0);
    }
}
