package org.redress.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real ClamAV daemon with one signature of our own, so that it needs nothing from the network and starts in a moment. It
 * is taken from the machine, else Debian's package is installed where that may be done; failing both, the test fails and
 * says what to do.
 */
public final class Clamd implements AutoCloseable {

    /** What it finds: harmless words that no honest file holds. */
    public static final String MARKER = "REDRESS-TEST-MARKER-THAT-STANDS-FOR-A-VIRUS";

    /** The largest file that it looks into, in bytes. */
    public static final int LIMIT = 2 * 1024 * 1024;

    private final Process process;
    private final int port;

    private Clamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Clamd start(Path folder) throws IOException {
        Path program = found();
        if (program == null) {
            install();
            program = found();
        }
        if (program == null) {
            throw new IllegalStateException("The tests need clamd. Install it (Debian: clamav-daemon) and run them again.");
        }
        Path database = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                database.resolve("own.ndb"),
                "Redress.Test.Marker:0:*:" + HexFormat.of().formatHex(MARKER.getBytes(StandardCharsets.US_ASCII)) + "\n");
        int port = freePort();
        Path settings = Files.write(folder.resolve("clamd.conf"), List.of(
                "Foreground yes",
                "TCPSocket " + port,
                "TCPAddr 127.0.0.1",
                "DatabaseDirectory " + database.toAbsolutePath(),
                "StreamMaxLength " + LIMIT,
                "LogFile " + folder.resolve("clamd.log").toAbsolutePath()));
        Process process = new ProcessBuilder(program.toString(), "--config-file=" + settings.toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
        Clamd clamd = new Clamd(process, port);
        clamd.awaitReady(folder);
        return clamd;
    }

    public int port() {
        return port;
    }

    /** Stops it in the middle of its life: it holds its port and answers nobody. */
    public void freeze() throws IOException {
        signal("STOP");
    }

    public void thaw() throws IOException {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void signal(String which) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + which, String.valueOf(process.pid())).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void awaitReady(Path folder) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
                if (new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII).equals("PONG")) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        process.destroyForcibly();
        throw new IOException("clamd did not start: " + Files.readString(folder.resolve("clamd.out")));
    }

    private static Path found() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).map(Path::of),
                        Stream.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"), Path.of("/opt/homebrew/sbin")))
                .map(folder -> folder.resolve("clamd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static void install() throws IOException {
        try {
            // its own service need not run, and its signatures need not be fetched
            for (List<String> command : List.of(
                    List.of("apt-get", "update"),
                    List.of("apt-get", "install", "-y", "--no-install-recommends", "clamav-daemon"))) {
                ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
                builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
                Process process = builder.start();
                if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    throw new IOException(String.join(" ", command) + " did not work");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The tests need clamd, found none, and could not install Debian's package (" + e.getMessage()
                            + "). Install it (Debian: clamav-daemon) and run them again.",
                    e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
