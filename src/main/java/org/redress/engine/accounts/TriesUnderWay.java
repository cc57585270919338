package org.redress.engine.accounts;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one password at a time be looked at for an account from an address, on this node. Those sent side by side wait for
 * each other, so that each is judged after the ones before it were counted; right ones lose nothing but that moment.
 */
final class TriesUnderWay {

    private static final long PATIENCE_MILLIS = 5_000;

    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

    /** What to run when the try is counted; nothing where its turn did not come in time. */
    Optional<Runnable> begin(String pair) {
        Line line = lines.compute(pair, (key, known) -> known == null ? new Line(new Semaphore(1, true), 1) : known.plus(1));
        boolean turn = false;
        try {
            turn = line.turn().tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!turn) {
                leave(pair);
            }
        }
        return turn
                ? Optional.of(() -> {
                    line.turn().release();
                    leave(pair);
                })
                : Optional.empty();
    }

    private void leave(String pair) {
        lines.computeIfPresent(pair, (key, known) -> known.length() == 1 ? null : known.plus(-1));
    }

    private record Line(Semaphore turn, int length) {

        Line plus(int more) {
            return new Line(turn, length + more);
        }
    }
}
