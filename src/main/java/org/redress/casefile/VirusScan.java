package org.redress.casefile;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Has files looked at by a ClamAV daemon, where one is configured. Then nothing comes in that it has not called clean: not
 * when it is away, slow, or says something that we do not understand. Its protocol is a few lines, so no library.
 */
@Component
class VirusScan {

    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);

    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final String host;
    private final int port;
    private final Duration patience;

    /**
     * @param host where clamd is; empty where there is none
     * @param patience how long a file may take, from connecting to the answer
     */
    VirusScan(
            @Value("${redress.clamd.host:}") String host,
            @Value("${redress.clamd.port:3310}") int port,
            @Value("${redress.clamd.patience:60s}") Duration patience) {
        this.host = host.strip();
        this.port = port;
        this.patience = patience;
    }

    /**
     * Returns where the file is clean, or where no scanner is configured.
     *
     * @throws UploadRefused where it carries a virus
     * @throws ScannerUnavailable where the scanner gave no answer that can be relied on
     */
    void look(String name, InputStreamSource content) {
        if (host.isEmpty()) {
            return;
        }
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            log.error("The virus scanner at {}:{} did not answer: {}", host, port, e.getMessage());
            throw unavailable(name);
        }
        if (answer.endsWith(FOUND)) {
            log.warn("The virus scanner refused an upload: {}", answer);
            throw new UploadRefused("The file " + name + " carries a virus and was not taken. Tell the sender, and ask for a clean one.");
        }
        if (answer.contains("size limit exceeded")) {
            throw new UploadRefused("The file " + name + " is larger than the virus scanner looks into. Split it, or send it in another"
                    + " way.");
        }
        if (!answer.equals(CLEAN)) {
            log.error("The virus scanner at {}:{} gave an answer that means nothing to us: {}", host, port, answer);
            throw unavailable(name);
        }
    }

    /** The whole file in pieces, each with its length before it; the answer ends with a zero byte. */
    private String ask(InputStreamSource content) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        try (InputStream in = content.getInputStream();
                Socket clamd = new Socket()) {
            // writing has no time limit of its own, and an answer may come drop by drop
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> hangUp(clamd));
            clamd.connect(new InetSocketAddress(host, port), millis);
            try {
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(clamd.getOutputStream(), PIECE));
                out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                byte[] piece = new byte[PIECE];
                for (int length = in.read(piece); length > 0; length = in.read(piece)) {
                    out.writeInt(length);
                    out.write(piece, 0, length);
                }
                out.writeInt(0);
                out.flush();
            } catch (IOException cutOff) {
                // a file over its limit it stops reading in the middle, and says so
                log.debug("The virus scanner stopped reading", cutOff);
            }
            byte[] answer = clamd.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }

    private static void hangUp(Socket clamd) {
        try {
            clamd.close();
        } catch (IOException e) {
            log.debug("The connection to the virus scanner could not be closed", e);
        }
    }

    private static ScannerUnavailable unavailable(String name) {
        return new ScannerUnavailable("The file " + name + " could not be looked at for viruses just now, so it was not taken. Nothing"
                + " else is lost. Try again in a few minutes; if it happens again, tell whoever runs Redress.");
    }
}
