package org.redress.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks twice a second whether the database answers, and now and then whether it can be written to, so that nobody who asks
 * has to wait to find out. The log is told once when something begins and once when it is over.
 */
public final class DatabaseWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(10);

    /** A silent server is known after this and {@link #EVERY}: what waits for it is answered within three seconds. */
    private static final Duration ANSWERS_WITHIN = Duration.ofMillis(1500);

    private static final Duration WRITES_WITHIN = Duration.ofSeconds(4);
    private static final Duration WRITES_MOSTLY_WITHIN = Duration.ofMillis(250);

    private final PatientDataSource connections;
    private final ExecutorService hands = Executors.newCachedThreadPool(task -> daemon(task, "database-probe"));
    private DatabaseProbe reader;
    private DatabaseProbe writer;
    private Future<?> writing;
    private long writingSince;
    private Thread thread;
    private volatile DatabaseFault standing;
    private volatile boolean running;
    private volatile boolean told;
    private boolean again;
    private long since;

    DatabaseWatch(PatientDataSource connections) {
        this.connections = connections;
        this.reader = new DatabaseProbe(connections.pool());
        this.writer = new DatabaseProbe(connections.pool());
    }

    /** What is wrong with the database; empty where it answers and can be written to. */
    public Optional<DatabaseFault> standing() {
        return Optional.ofNullable(standing);
    }

    /** Whether asking it anything is in vain. */
    boolean isAway() {
        return standing == DatabaseFault.AWAY;
    }

    /** Somebody met a fault: look now whether it is everybody's. */
    void told(DatabaseFault fault) {
        if (fault == DatabaseFault.READ_ONLY || fault == DatabaseFault.FULL) {
            told = true;
        }
    }

    @Override
    public void start() {
        running = true;
        told = true;
        thread = daemon(this::watch, "database-watch");
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(ANSWERS_WITHIN.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
        connections.away(false);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        try {
            while (running) {
                look();
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            reader.close();
            writer.close();
        }
    }

    private void look() throws InterruptedException {
        Optional<DatabaseFault> found = canBeRead();
        stands((found.isPresent() ? found : canBeWritten()).orElse(null));
    }

    private Optional<DatabaseFault> canBeRead() throws InterruptedException {
        DatabaseProbe asked = reader;
        Future<?> answer = hands.submit(question(asked::read));
        try {
            answer.get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException silent) {
            // nobody can say when that question will be over, so the next one is asked by another
            reader = new DatabaseProbe(connections.pool());
            answer.cancel(true);
            abandon(asked);
            connections.away(true);
            connections.cut(hands);
            return Optional.of(DatabaseFault.AWAY);
        } catch (ExecutionException refused) {
            asked.close();
            return Optional.of(fault(refused, DatabaseFault.AWAY));
        }
    }

    /** Asked beside the reading and not before it: writing to a disk may take its time on a good day. */
    private Optional<DatabaseFault> canBeWritten() throws InterruptedException {
        if (writing == null) {
            boolean lately = System.nanoTime() - writingSince < WRITTEN_EVERY.toNanos();
            if (standing == null && lately && !told) {
                return Optional.empty();
            }
            again = told;
            told = false;
            writingSince = System.nanoTime();
            writing = hands.submit(question(writer::write));
        }
        try {
            writing.get(WRITES_MOSTLY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            writing = null;
            if (again || standing == DatabaseFault.READ_ONLY) {
                // a new connection can write: those that cannot are of a time, or of a server, that is over
                connections.renew();
            }
            return Optional.empty();
        } catch (TimeoutException slow) {
            if (System.nanoTime() - writingSince < WRITES_WITHIN.toNanos()) {
                return standing();
            }
            writing.cancel(true);
            writing = null;
            abandon(writer);
            writer = new DatabaseProbe(connections.pool());
            return Optional.of(DatabaseFault.BUSY);
        } catch (ExecutionException refused) {
            writing = null;
            writer.close();
            return Optional.of(fault(refused, DatabaseFault.READ_ONLY));
        }
    }

    private DatabaseFault fault(ExecutionException refused, DatabaseFault otherwise) {
        Optional<DatabaseFault> fault = DatabaseFault.in(refused);
        if (fault.isEmpty() && standing == null) {
            log.error("The database refuses what its watch asks of it", refused.getCause());
        }
        return fault.orElse(otherwise);
    }

    private static Callable<Void> question(Question question) {
        return () -> {
            question.ask();
            return null;
        };
    }

    @FunctionalInterface
    private interface Question {
        void ask() throws SQLException;
    }

    private void abandon(DatabaseProbe asked) {
        try {
            asked.abandon(hands);
        } catch (SQLException gone) {
            log.debug("A silent connection could not be cut", gone);
        }
    }

    private void stands(DatabaseFault now) {
        DatabaseFault before = standing;
        standing = now;
        connections.away(now == DatabaseFault.AWAY);
        if (now == before) {
            return;
        }
        if (now == null) {
            log.info("The database answers and can be written to again, after {} seconds",
                    Duration.ofNanos(System.nanoTime() - since).toSeconds());
            return;
        }
        if (before == null) {
            since = System.nanoTime();
        }
        log.error("The database {}. Whoever needs it is told to try again; Redress goes on by itself when that is over",
                now.state());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
