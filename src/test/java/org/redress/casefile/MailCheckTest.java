package org.redress.casefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.SampleFiles.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.SampleFiles;

/** Nothing comes in by an e-mail that would not come in by itself. */
class MailCheckTest {

    private final UploadCheck check = new UploadCheck(new VirusScan("", 0, Duration.ofSeconds(1)));

    @AfterEach
    void stop() {
        check.destroy();
    }

    @Test
    void an_email_as_people_send_it_is_taken_with_its_papers_pictures_and_signature() throws Exception {
        Map<String, byte[]> attached = new LinkedHashMap<>();
        attached.put("letter.pdf", SampleFiles.pdf());
        attached.put("statement.docx", SampleFiles.docx("words"));
        attached.put("invitation.ics", text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"));
        attached.put("earlier.eml", mail(Map.of("notes.txt", text("plain words"))));
        attached.put("nothing.txt", new byte[0]);

        assertThat(SampleUploads.look(check, "mail.eml", mail(attached))).isEqualTo("message/rfc822");
        assertThat(SampleUploads.look(check, "mail.msg", outlook("letter.pdf", SampleFiles.pdf()))).isEqualTo("application/vnd.ms-outlook");
    }

    @Test
    void each_attachment_is_judged_like_a_file_of_its_own_and_named() throws Exception {
        Map<String, byte[]> macros = SampleFiles.docxParts("x");
        macros.put("word/vbaProject.bin", text("x"));
        Map<String, byte[]> zeros = SampleFiles.docxParts("x");
        zeros.put("word/media/zeros.bin", new byte[20 * 1024 * 1024]);
        byte[] scripted;
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            scripted = SampleFiles.bytes(pdf);
        }
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

        assertRefused("macros.docx", SampleFiles.zip(macros), "holds a program");
        assertRefused("script.pdf", scripted, "holds a program");
        assertRefused("zeros.docx", SampleFiles.zip(zeros), "unpacks to far more");
        assertRefused("papers.zip", SampleFiles.zip(Map.of("letter.pdf", SampleFiles.pdf())), "is packed");
        assertRefused("really.pdf", program, "not taken");
        assertRefused("invoice.pdf.exe", SampleFiles.pdf(), "named like a program");
        assertRefused("login.html", text("<html><form></form></html>"), "named like a program or a web page");
        assertRefused("half.pdf", text("%PDF-1.7\nhalf of it"), "damaged");
    }

    @Test
    void what_hides_in_an_email_within_an_email_is_found_and_the_way_to_it_told() {
        byte[] inner = mail(Map.of("setup.exe", text("MZ")));

        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml", mail(Map.of("inner.eml", inner))))
                .isInstanceOf(UploadRefused.class)
                .hasMessageStartingWith("The file setup.exe (attached to inner.eml, attached to mail.eml) is named like a program");
        // one that is passed on as such has no name, may not look like an e-mail, and may be encoded
        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml", passedOn("", new String(inner, ISO_8859_1))))
                .hasMessageContaining("setup.exe (attached to attachment 1.eml, attached to mail.eml)");
        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml",
                        passedOn("Content-Transfer-Encoding: base64\r\n", Base64.getMimeEncoder().encodeToString(inner))))
                .hasMessageContaining("setup.exe (attached to attachment 1.eml, attached to mail.eml)");
    }

    @Test
    void a_name_that_is_encoded_is_read_before_it_is_judged() {
        String encoded = "=?UTF-8?B?" + Base64.getEncoder().encodeToString("setup.exe".getBytes(UTF_8)) + "?=";

        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml", mail(Map.of(encoded, text("plain words")))))
                .hasMessageStartingWith("The file setup.exe (attached to mail.eml) is named like a program");
    }

    @Test
    void an_attachment_that_outlook_saved_is_judged_too() throws Exception {
        byte[] message = outlook("invoice.exe", text("MZ"));

        assertThatThrownBy(() -> SampleUploads.look(check, "mail.msg", message))
                .isInstanceOf(UploadRefused.class)
                .hasMessageStartingWith("The file invoice.exe (attached to mail.msg) is named like a program");
    }

    @Test
    void there_is_an_end_to_how_many_and_how_deep() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 201; i++) {
            many.put("note" + i + ".txt", text("x"));
        }
        assertTooMuch(mail(many));

        byte[] nested = mail(Map.of("note.txt", text("x")));
        for (int depth = 0; depth < 6; depth++) {
            nested = mail(Map.of("inner.eml", nested));
        }
        assertTooMuch(nested);

        StringBuilder bodies = new StringBuilder("From: a@example.org\r\nMIME-Version: 1.0\r\n");
        for (int depth = 0; depth < 5_000; depth++) {
            bodies.append("Content-Type: multipart/mixed; boundary=b").append(depth).append("\r\n\r\n--b").append(depth).append("\r\n");
        }
        assertTooMuch(text(bodies.append("Content-Type: text/plain\r\n\r\nx").toString()));
    }

    @Test
    void each_attachment_is_looked_at_for_viruses() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket clamd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread scanner = new Thread(() -> scan(clamd, asked));
            scanner.start();
            UploadCheck scanned = new UploadCheck(new VirusScan("127.0.0.1", clamd.getLocalPort(), Duration.ofSeconds(10)));
            try {
                assertThatThrownBy(() -> SampleUploads.look(scanned, "mail.eml", mail(Map.of("note.txt", text("VIRUS of a kind")))))
                        .isInstanceOf(UploadRefused.class)
                        .hasMessageStartingWith("The file note.txt (attached to mail.eml) carries a virus");
            } finally {
                scanned.destroy();
            }
            scanner.join();
        }
        assertThat(asked).hasValue(2);
    }

    /** Calls the e-mail itself clean and finds a virus in what begins with the word. */
    private static void scan(ServerSocket clamd, AtomicInteger asked) {
        for (int file = 0; file < 2; file++) {
            try (Socket caller = clamd.accept()) {
                caller.getInputStream().readNBytes(10);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                int length = 1;
                while (length > 0) {
                    length = java.nio.ByteBuffer.wrap(caller.getInputStream().readNBytes(4)).getInt();
                    content.write(caller.getInputStream().readNBytes(length));
                }
                asked.incrementAndGet();
                String answer = content.toString(UTF_8).startsWith("VIRUS") ? "stream: Test FOUND" : "stream: OK";
                caller.getOutputStream().write(answer.getBytes(UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void assertRefused(String name, byte[] content, String words) {
        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml", mail(Map.of(name, content))))
                .as(name)
                .isInstanceOf(UploadRefused.class)
                .hasMessageStartingWith("The file " + name + " (attached to mail.eml) ")
                .hasMessageContaining(words)
                .hasMessageEndingWith("without that, save it as a PDF and choose that.");
    }

    private void assertTooMuch(byte[] mail) {
        assertThatThrownBy(() -> SampleUploads.look(check, "mail.eml", mail))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("than can be looked into");
    }

    private static byte[] mail(Map<String, byte[]> attached) {
        StringBuilder mail = new StringBuilder("From: someone@example.org\r\nTo: reviews@example.org\r\nSubject: My complaint\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"part\"\r\n\r\n"
                + "--part\r\nContent-Type: text/html\r\n\r\n<html><body>See the papers</body></html>\r\n");
        attached.forEach((name, content) -> mail.append("--part\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Disposition: attachment; filename=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(content))
                .append("\r\n"));
        return text(mail.append("--part--\r\n").toString());
    }

    private static byte[] passedOn(String header, String message) {
        return text("From: someone@example.org\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n"
                + "--outer\r\nContent-Type: message/rfc822\r\n" + header + "\r\n" + message + "\r\n--outer--\r\n");
    }

    private static byte[] outlook(String name, byte[] content) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            DirectoryEntry attachment = file.createDirectory("__attach_version1.0_#00000000");
            attachment.createDocument("__substg1.0_37010102", new ByteArrayInputStream(content));
            attachment.createDocument("__substg1.0_3707001F", new ByteArrayInputStream(name.getBytes(UTF_16LE)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
