package org.redress.clock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server of lists on this machine, which answers as a test says. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile HttpHandler answer;

    public FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/bank-holidays.json", exchange -> answer.handle(exchange));
        server.createContext("/moved.json", exchange -> {
            exchange.getResponseHeaders().add("Location", "/bank-holidays.json");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/bank-holidays.json";
    }

    String movedAddress() {
        return address().replace("bank-holidays", "moved");
    }

    public void answers(String text) {
        answers(200, text);
    }

    void answers(int status, String text) {
        answers(exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            write(exchange, bytes);
            exchange.close();
        });
    }

    void answers(HttpHandler handler) {
        answer = handler;
    }

    private static void write(HttpExchange exchange, byte[] bytes) {
        try {
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // whoever reads has turned the rest away
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
