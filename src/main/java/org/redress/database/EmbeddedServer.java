package org.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that Redress has started, kept running. Where it ends by itself, the log says so with its last words
 * and it is started again on its port; where that does not help, Redress ends too, so that whatever runs it can begin anew.
 */
final class EmbeddedServer implements AutoCloseable {

    /** What the process ends with when its server does not come back: "try again later" to those who read such numbers. */
    static final int SERVER_LOST = 75;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 3;
    private static final int LAST_WORDS = 5;

    /** Half an hour after it was started again it counts as well. */
    private static final Duration WELL_AFTER = Duration.ofMinutes(30);

    /** Levels of PostgreSQL's own log that tell of its end. */
    private static final Pattern TELLING = Pattern.compile("(FATAL|PANIC|LOG):");

    private final EmbeddedPostgres started;
    private final Path cluster;
    private final Path serverLog;
    private final Consumer<Integer> end;
    private final Thread watch = new Thread(this::watch, "postgres-watch");
    private volatile boolean closing;
    private ProcessHandle process;
    private Path program;
    private int tries;
    private long lastDeath;

    /** @param end ends this process with a number */
    EmbeddedServer(EmbeddedPostgres started, Path cluster, Path serverLog, Consumer<Integer> end) throws IOException {
        this.started = started;
        this.cluster = cluster;
        this.serverLog = serverLog;
        this.end = end;
        find();
        watch.setDaemon(true);
        watch.start();
    }

    int port() {
        return started.getPort();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        watch.interrupt();
        if (OrphanedServer.holder(cluster).isPresent()) {
            started.close();
        }
    }

    private void find() throws IOException {
        process = OrphanedServer.holder(cluster)
                .orElseThrow(() -> new IOException("PostgreSQL was started and is not there any more. " + lastWords()));
        program = Path.of(process.info().command().orElseThrow());
    }

    private void watch() {
        try {
            while (!closing) {
                Thread.sleep(EVERY.toMillis());
                if (!closing && isDead()) {
                    bringBack();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One whose parent does not care stays in the list of processes after its end, without a program. */
    private boolean isDead() {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private void bringBack() throws InterruptedException {
        if (System.nanoTime() - lastDeath > WELL_AFTER.toNanos()) {
            tries = 0;
        }
        lastDeath = System.nanoTime();
        log.error("PostgreSQL (process {}) has ended by itself. {} It is being started again", process.pid(), lastWords());
        while (!closing && tries < TRIES) {
            tries++;
            // those that it left behind notice that it is gone and go too; until then its data cannot be used
            Thread.sleep(EVERY.multipliedBy(2L * tries).toMillis());
            try {
                startAgain();
                find();
                log.info("PostgreSQL runs again on port {}", port());
                return;
            } catch (IOException failed) {
                log.error("PostgreSQL could not be started again (try {} of {}): {}", tries, TRIES, failed.getMessage());
            }
        }
        if (!closing) {
            log.error("PostgreSQL does not stay up, so Redress ends. {} Mend what that says, then start Redress again; its log"
                    + " is {}", lastWords(), serverLog);
            closing = true;
            end.accept(SERVER_LOST);
        }
    }

    /** With the options that it had: PostgreSQL keeps them beside the data. */
    private void startAgain() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL will not run as the superuser; inside a name space of its own it is not one
            command.addAll(List.of("unshare", "-U"));
        }
        String control = program.getFileName().toString().replace("postgres", "pg_ctl");
        command.addAll(List.of(program.resolveSibling(control).toString(), "restart", "-D", cluster.toString(), "-w", "-t",
                Long.toString(COMES_UP_WITHIN.toSeconds())));
        Process starting = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog.toFile()))
                .start();
        if (!starting.waitFor(COMES_UP_WITHIN.plusSeconds(10).toSeconds(), TimeUnit.SECONDS) || starting.exitValue() != 0) {
            starting.destroyForcibly();
            throw new IOException(lastWords());
        }
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").startsWith("Linux") && "root".equals(System.getProperty("user.name"));
    }

    private String lastWords() {
        try {
            List<String> telling = Files.readString(serverLog, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> TELLING.matcher(line).find())
                    .toList();
            List<String> last = telling.subList(Math.max(0, telling.size() - LAST_WORDS), telling.size());
            return last.isEmpty() ? "It left no last words." : "Its last words: " + String.join(" / ", last) + ".";
        } catch (IOException unreadable) {
            return "Its log " + serverLog + " cannot be read.";
        }
    }

    /** Ends the process in good order, and without it where that takes too long on a database that is not there. */
    static void endProcess(int status) {
        Thread last = new Thread(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(20).toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(status);
        }, "end");
        last.setDaemon(true);
        last.start();
        System.exit(status);
    }
}
