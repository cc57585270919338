package org.redress.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived its application. When the application is killed, its server lives on and holds the
 * data folder; the next start has to end it first, or it waits a minute and fails with words that help nobody.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OrphanedServer() {}

    /**
     * Ends the server that still holds the folder, if there is one.
     *
     * @throws IOException where it does not end within half a minute
     */
    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> orphan = holder(cluster);
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle server = orphan.get();
        log.warn("A PostgreSQL server (process {}) was left behind on {}; it is being stopped", server.pid(), cluster);
        interrupt(server);
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The PostgreSQL server with process id " + server.pid() + " still holds " + cluster
                    + ". End that process, then start again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a left-behind PostgreSQL server was being stopped", e);
        }
    }

    /** The port of the server that holds the folder, where one does. */
    static Optional<Integer> portOfRunning(Path cluster) throws IOException {
        if (holder(cluster).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        // PostgreSQL writes the port into the fourth line
        return lines.size() < 4 ? Optional.empty() : Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    /** The server that holds the folder. */
    static Optional<ProcessHandle> holder(Path cluster) throws IOException {
        Path lock = cluster.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        // after a restart of the machine the number may belong to anything, so only a postgres is touched
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().map(OrphanedServer::isPostgres).orElse(false));
    }

    private static boolean isPostgres(String command) {
        String file = Path.of(command).getFileName().toString();
        return file.equals("postgres") || file.equals("postgres.exe");
    }

    /** SIGINT is PostgreSQL's fast shutdown; where there are no signals, ending the process leads to recovery at start. */
    private static void interrupt(ProcessHandle server) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            server.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a left-behind PostgreSQL server was being stopped", e);
        }
    }
}
