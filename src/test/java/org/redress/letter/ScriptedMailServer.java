package org.redress.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves in the one way that it is told. */
public final class ScriptedMailServer implements AutoCloseable {

    public enum Way {
        TAKES, TAKES_EVERY_SCRIPT, GREYLISTS, REFUSES_THE_ADDRESS, REFUSES_THE_LETTER, BREAKS_OFF_BEFORE_THE_LETTER, BREAKS_OFF_AFTER_THE_LETTER,
        STALLS_AFTER_THE_LETTER
    }

    public final AtomicInteger lettersTaken = new AtomicInteger();
    /** what was said of who sends and who receives */
    public final List<String> envelopes = new CopyOnWriteArrayList<>();
    /** What names each letter that came in whole, whatever was answered to it. */
    public final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile Way way;

    public ScriptedMailServer(Way way) {
        this.way = way;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From the next word on. */
    public void becomes(Way other) {
        way = other;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException over) {
                // the client left, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 ready");
        String line;
        while ((line = in.readLine()) != null) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            if (verb.equals("MAIL") || verb.equals("RCPT")) {
                envelopes.add(line);
            }
            switch (verb) {
                case "EHLO" -> say(out, way == Way.TAKES_EVERY_SCRIPT ? "250-here\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250 here");
                case "RCPT" -> say(out, way == Way.GREYLISTS ? "451 4.7.1 come back later"
                        : way == Way.REFUSES_THE_ADDRESS ? "550 5.1.1 nobody of that name" : "250 ok");
                case "DATA" -> {
                    if (way == Way.BREAKS_OFF_BEFORE_THE_LETTER) {
                        return;
                    }
                    say(out, "354 go on");
                    if (!takeLetter(in)) {
                        return;
                    }
                    if (way == Way.BREAKS_OFF_AFTER_THE_LETTER) {
                        lettersTaken.incrementAndGet();
                        return;
                    }
                    if (way == Way.STALLS_AFTER_THE_LETTER) {
                        lettersTaken.incrementAndGet();
                        in.readLine();
                        return;
                    }
                    if (taking()) {
                        lettersTaken.incrementAndGet();
                    }
                    say(out, taking() ? "250 taken" : "554 5.6.0 not wanted");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private boolean taking() {
        return way == Way.TAKES || way == Way.TAKES_EVERY_SCRIPT;
    }

    private boolean takeLetter(BufferedReader in) throws IOException {
        String name = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                messageIds.add(name);
                return true;
            }
            if (name == null && line.startsWith("Message-ID: ")) {
                name = line.substring("Message-ID: ".length());
            }
        }
        return false;
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
