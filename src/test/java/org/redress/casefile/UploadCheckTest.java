package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.SampleFiles.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.SampleFiles;

/** What comes onto the case file, and what does not. */
class UploadCheckTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final UploadCheck check = new UploadCheck(new VirusScan("", 0, Duration.ofSeconds(1)));

    @AfterEach
    void stop() {
        check.destroy();
    }

    @Test
    void papers_as_people_send_them_are_taken_for_what_they_are() throws Exception {
        assertThat(SampleUploads.look(check, "letter.pdf", SampleFiles.pdf())).isEqualTo("application/pdf");
        assertThat(SampleUploads.look(check, "O'Brien v. Smith 12.03.2026.pdf", SampleFiles.pdf())).isEqualTo("application/pdf");
        assertThat(SampleUploads.look(check, "no ending", SampleFiles.pdf())).isEqualTo("application/pdf");
        assertThat(SampleUploads.look(check, "statement.docx", SampleFiles.docx("words"))).isEqualTo(DOCX);
        assertThat(SampleUploads.look(check, "notes.txt", text("plain words"))).isEqualTo("text/plain");
        assertThat(SampleUploads.look(check, "hours.xls", workbook(null))).isEqualTo("application/vnd.ms-excel");
    }

    @Test
    void a_document_with_a_table_inside_is_taken() {
        Map<String, byte[]> parts = SampleFiles.docxParts("see the table");
        parts.put("word/embeddings/table.xlsx", SampleFiles.zip(Map.of("xl/workbook.xml", text("<workbook/>"))));

        assertThat(SampleUploads.look(check, "with table.docx", SampleFiles.zip(parts))).isEqualTo(DOCX);
    }

    @Test
    void a_long_text_that_packs_well_is_no_bomb() {
        assertThat(SampleUploads.look(check, "long.docx", SampleFiles.docx("They did not listen to me at all. ".repeat(100_000)))).isEqualTo(DOCX);
    }

    @Test
    void what_opens_only_with_a_password_is_sent_back_with_a_word_about_it() throws Exception {
        for (Map.Entry<String, byte[]> locked : Map.of(
                        "locked.pdf", lockedPdf(),
                        "locked.docx", lockedDocx(),
                        "locked.xls", workbook("secret"),
                        "locked.doc", lockedDoc(),
                        "entries.docx", lockedEntries())
                .entrySet()) {
            assertRefused(locked.getKey(), locked.getValue(), "opens only with a password");
        }
    }

    @Test
    void a_pdf_that_only_forbids_printing_opens_for_everybody_and_is_taken() throws Exception {
        assertThat(SampleUploads.look(check, "no printing.pdf", protectedPdf(""))).isEqualTo("application/pdf");
    }

    @Test
    void a_damaged_file_is_sent_back_with_a_word_about_it() throws Exception {
        byte[] pdf = SampleFiles.pdf();
        assertRefused("half.pdf", text("%PDF-1.7\nhalf of it"), "damaged");
        assertRefused("nothing in it.pdf", text("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"), "damaged");
        assertRefused("half.docx", Arrays.copyOf(SampleFiles.docx("words"), 300), "damaged");
        assertRefused("half.xls", Arrays.copyOf(workbook(null), 2_000), "damaged");
        assertThat(pdf).isNotEmpty();
        assertRefused("empty.pdf", new byte[0], "is empty");
    }

    @Test
    void a_zip_that_calls_itself_a_document_is_none() {
        assertRefused("letter.docx", SampleFiles.zip(Map.of("readme.txt", text("hello"))), "damaged");
        assertRefused("all.zip", SampleFiles.zip(Map.of("letter.pdf", SampleFiles.pdf())), "Unpack it");
    }

    @Test
    @Timeout(20)
    void what_unpacks_without_end_is_not_taken() throws Exception {
        Map<String, byte[]> zeros = SampleFiles.docxParts("x");
        zeros.put("word/media/zeros.bin", new byte[120 * 1024 * 1024]);
        assertRefused("zeros.docx", SampleFiles.zip(zeros), "unpacks to far more");

        Map<String, byte[]> many = SampleFiles.docxParts("x");
        for (int i = 0; i < 10_000; i++) {
            many.put("word/media/" + i, new byte[0]);
        }
        assertRefused("many.docx", SampleFiles.zip(many), "unpacks to far more");

        byte[] inner = SampleFiles.docx("innermost");
        for (int depth = 0; depth < 5; depth++) {
            Map<String, byte[]> outer = SampleFiles.docxParts("x");
            outer.put("word/embeddings/inner.docx", inner);
            inner = SampleFiles.zip(outer);
        }
        assertRefused("nested.docx", inner, "unpacks to far more");

        Map<String, byte[]> laughs = SampleFiles.docxParts("x");
        laughs.put("word/document.xml", text("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>"));
        assertRefused("laughs.docx", SampleFiles.zip(laughs), "unpacks to far more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "..\\..\\windows\\win.ini", "C:/windows/win.ini", "word/../../x"})
    void names_that_lead_out_of_an_archive_are_not_taken(String leadsOut) {
        Map<String, byte[]> parts = SampleFiles.docxParts("x");
        parts.put(leadsOut, text("x"));

        assertRefused("slip.docx", SampleFiles.zip(parts), "names that lead out");
    }

    @Test
    void programs_inside_documents_are_not_taken() throws Exception {
        Map<String, byte[]> macros = SampleFiles.docxParts("x");
        macros.put("word/vbaProject.bin", text("x"));
        assertRefused("macros.docx", SampleFiles.zip(macros), "holds a program");
        Map<String, byte[]> program = SampleFiles.docxParts("x");
        program.put("word/embeddings/setup.exe", text("MZ"));
        assertRefused("program.docx", SampleFiles.zip(program), "holds a program");
        assertRefused("macros.xls", ole("Workbook", "_VBA_PROJECT_CUR"), "holds a program");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            assertRefused("script.pdf", SampleFiles.bytes(pdf), "holds a program");
        }
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            COSDictionary onOpen = new COSDictionary();
            onOpen.setItem(COSName.O, new PDActionLaunch());
            page.getCOSObject().setItem(COSName.AA, onOpen);
            assertRefused("launch.pdf", SampleFiles.bytes(pdf), "holds a program");
        }
    }

    @Test
    void what_is_not_what_its_name_says_is_not_taken() {
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};
        assertRefused("letter.pdf", program, "not taken");
        assertRefused("picture.png", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), "not taken");
        assertRefused("picture.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "named like a program or a web page");
        assertRefused("page.txt", text("<!DOCTYPE html><html><script>alert(1)</script></html>"), "not taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter.pdf.exe", "letter.exe.pdf", "letter.PDF.JS", "letter.html", "letter.scr", "letter.docm", "x.svg.pdf"})
    void a_name_with_the_ending_of_a_program_is_not_taken_whatever_the_file_holds(String name) {
        assertRefused(name, SampleFiles.pdf(), "named like a program or a web page");
    }

    @Test
    void whatever_bytes_come_the_answer_is_a_word_and_no_breakdown() {
        Random random = new Random(20_260_302);
        byte[] whole = SampleFiles.docx("words and more words");
        byte[] pdf = SampleFiles.pdf();
        for (int i = 0; i < 300; i++) {
            for (byte[] good : new byte[][] {whole, pdf}) {
                byte[] spoilt = good.clone();
                for (int hit = 0; hit < 1 + i % 9; hit++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
                }
                String name = good == whole ? "spoilt.docx" : "spoilt.pdf";
                try {
                    SampleUploads.look(check, name, spoilt);
                } catch (UploadRefused refused) {
                    assertThat(refused.getMessage()).startsWith("The file " + name);
                }
            }
        }
    }

    @Test
    @Timeout(20)
    void looking_into_a_file_ends_in_time() {
        UploadCheck hasty = new UploadCheck(new VirusScan("", 0, Duration.ofSeconds(1)), Duration.ofMillis(1));
        Map<String, byte[]> parts = SampleFiles.docxParts("x");
        byte[] noise = new byte[30 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        parts.put("word/media/noise.bin", noise);

        assertThatThrownBy(() -> SampleUploads.look(hasty, "slow.docx", SampleFiles.zip(parts)))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("takes too long");
        hasty.destroy();
    }

    private void assertRefused(String name, byte[] content, String words) {
        assertThatThrownBy(() -> SampleUploads.look(check, name, content))
                .as(name)
                .isInstanceOf(UploadRefused.class)
                .hasMessageStartingWith("The file " + name)
                .hasMessageContaining(words);
    }

    private static byte[] lockedPdf() throws IOException {
        return protectedPdf("secret");
    }

    private static byte[] protectedPdf(String userPassword) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            AccessPermission noPrinting = new AccessPermission();
            noPrinting.setCanPrint(false);
            pdf.protect(new StandardProtectionPolicy("owner", userPassword, noPrinting));
            return SampleFiles.bytes(pdf);
        }
    }

    private static byte[] lockedDocx() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(SampleFiles.docx("words"));
            }
            return bytes(file);
        }
    }

    private static byte[] workbook(String password) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Hours").createRow(0).createCell(0).setCellValue(7.5);
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return out.toByteArray();
    }

    private static byte[] lockedDoc() throws IOException {
        byte[] head = new byte[4096];
        head[0] = (byte) 0xEC;
        head[1] = (byte) 0xA5;
        head[0x0B] = 0x01;
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(head), "WordDocument");
            return bytes(file);
        }
    }

    private static byte[] ole(String stream, String folder) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[4096]), stream);
            file.createDirectory(folder);
            return bytes(file);
        }
    }

    private static byte[] bytes(POIFSFileSystem file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeFilesystem(out);
        return out.toByteArray();
    }

    /** The first bit of the general-purpose flags, in each header, says that an entry is encrypted. */
    private static byte[] lockedEntries() {
        byte[] zip = SampleFiles.docx("words");
        for (int at = 0; at + 9 < zip.length; at++) {
            boolean local = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4;
            boolean listed = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
            if (local || listed) {
                zip[at + (local ? 6 : 8)] |= 1;
            }
        }
        return zip;
    }
}
