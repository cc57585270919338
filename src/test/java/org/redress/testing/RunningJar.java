package org.redress.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The packaged application as a process of its own, which a test can start, stop and kill. */
public final class RunningJar implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private RunningJar(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the jar where it must not start, and tells what it said when it ended. */
    public static String refusal(Path dataDirectory) throws IOException, InterruptedException {
        RunningJar refused = launch(dataDirectory);
        if (!refused.process.waitFor(2, TimeUnit.MINUTES)) {
            refused.kill();
            throw new AssertionError("The application goes on; its log is " + refused.log);
        }
        return Files.readString(refused.log);
    }

    /**
     * Starts the jar on a free port and waits until it is ready.
     *
     * @param more settings, and what begins with {@code -X} for the virtual machine
     */
    public static RunningJar start(Path dataDirectory, String... more) throws IOException {
        RunningJar running = launch(dataDirectory, more);
        await("the application to be ready; its log is " + running.log)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .failFast("The application ended; its log is " + running.log, () -> !running.process.isAlive())
                .until(running::isReady);
        return running;
    }

    private static RunningJar launch(Path dataDirectory, String... more) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "test-data")), "jar", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1"));
        Stream.of(more).filter(RunningJar::isForTheMachine).forEach(command::add);
        command.addAll(List.of("-jar", jar().toString(), "--server.port=" + port, "--redress.data-dir=" + dataDirectory));
        Stream.of(more).filter(Predicate.not(RunningJar::isForTheMachine)).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RunningJar(process, port, log);
    }

    private static boolean isForTheMachine(String argument) {
        return argument.startsWith("-X");
    }

    public int port() {
        return port;
    }

    /** What the process has said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would: no hook runs, and its database server is left behind. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to stop and tells how long that took. */
    public Duration stop() throws InterruptedException {
        long before = System.nanoTime();
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The application did not stop; its log is " + log);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private boolean isReady() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = HTTP.send(health, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path jar() {
        File[] found = new File("target").listFiles((folder, name) -> name.matches("redress-.*\\.jar"));
        if (found == null || found.length != 1) {
            throw new AssertionError("There is no packaged application in target/. Run this test with ./mvnw verify. Found: "
                    + Stream.of(found == null ? new File[0] : found).toList());
        }
        return found[0].toPath().toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
