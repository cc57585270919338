package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.SampleFiles.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Clamd;
import org.redress.testing.SampleFiles;
import org.springframework.core.io.ByteArrayResource;

/** Files are looked at by a real clamd; when it is away, slow or mad, nothing comes in. */
@Timeout(60)
class VirusScanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);

    private static Clamd clamd;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        clamd = Clamd.start(folder);
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    private static VirusScan scan() {
        return new VirusScan("127.0.0.1", clamd.port(), PATIENCE);
    }

    @Test
    void a_clean_file_passes() {
        assertThatCode(() -> scan().look("letter.pdf", new ByteArrayResource(SampleFiles.pdf()))).doesNotThrowAnyException();
        byte[] large = new byte[1024 * 1024];
        new Random(1).nextBytes(large);
        assertThatCode(() -> scan().look("large.bin", new ByteArrayResource(large))).doesNotThrowAnyException();
    }

    @Test
    void a_virus_is_refused_as_it_is_and_inside_a_pdf_and_a_word_document() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(Clamd.MARKER);
            document.setDocumentInformation(information);
            pdf = SampleFiles.bytes(document);
        }
        assertVirus("note.txt", text("before " + Clamd.MARKER + " after"));
        assertVirus("letter.pdf", pdf);
        assertVirus("letter.docx", SampleFiles.docx("x".repeat(5_000) + Clamd.MARKER));
    }

    @Test
    void a_file_over_the_scanners_own_limit_is_refused_and_said_to_be_so() {
        byte[] large = new byte[3 * Clamd.LIMIT];
        new Random(1).nextBytes(large);

        assertThatThrownBy(() -> scan().look("large.mp4", new ByteArrayResource(large)))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("larger than the virus scanner looks into");
    }

    @Test
    void a_scanner_that_hangs_lets_nothing_in_and_holds_nobody_up_for_ever() throws IOException {
        clamd.freeze();
        try {
            byte[] large = new byte[20 * 1024 * 1024];
            assertUnavailable(new VirusScan("127.0.0.1", clamd.port(), SHORT), large);
            assertUnavailable(new VirusScan("127.0.0.1", clamd.port(), SHORT), SampleFiles.pdf());
        } finally {
            clamd.thaw();
        }
        assertThatCode(() -> scan().look("letter.pdf", new ByteArrayResource(SampleFiles.pdf()))).doesNotThrowAnyException();
    }

    @Test
    void a_scanner_that_is_away_lets_nothing_in() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertUnavailable(new VirusScan("127.0.0.1", nobody, SHORT), SampleFiles.pdf());
        assertUnavailable(new VirusScan("no-such-host.invalid", 3310, SHORT), SampleFiles.pdf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "stream: ", "stream: OKAY", "stream: OK but not quite", "HTTP/1.1 200 OK\r\n\r\nstream: OK",
        "UNKNOWN COMMAND", "stream: Can't allocate memory ERROR", "\u0000\u0001\u0002"})
    void an_answer_that_means_nothing_lets_nothing_in(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread liar = new Thread(() -> answer(server, answer));
            liar.start();
            assertUnavailable(new VirusScan("127.0.0.1", server.getLocalPort(), PATIENCE), SampleFiles.pdf());
            liar.join();
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().readNBytes(10);
            int length = 1;
            while (length > 0) {
                byte[] prefix = caller.getInputStream().readNBytes(4);
                length = java.nio.ByteBuffer.wrap(prefix).getInt();
                caller.getInputStream().readNBytes(length);
            }
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertVirus(String name, byte[] content) {
        assertThatThrownBy(() -> scan().look(name, new ByteArrayResource(content)))
                .as(name)
                .isInstanceOf(UploadRefused.class)
                .isNotInstanceOf(ScannerUnavailable.class)
                .hasMessageContaining("carries a virus");
    }

    private static void assertUnavailable(VirusScan scan, byte[] content) {
        assertThatThrownBy(() -> scan.look("letter.pdf", new ByteArrayResource(content)))
                .isInstanceOf(ScannerUnavailable.class)
                .hasMessageContaining("could not be looked at for viruses");
    }
}
