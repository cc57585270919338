package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.retention.CaseExport;
import org.redress.testing.Caller;
import org.redress.testing.FieldCase;
import org.redress.testing.RedressTest;
import org.redress.testing.SampleFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Large files pass through the disk, and only as many at once as there is room for. */
@RedressTest
class UploadsIT {

    private final MockMvc browser;
    private final UploadRoom room;
    private final Documents documents;
    private final CaseExport export;

    @LocalServerPort
    private int port;

    private String reference;

    @Autowired
    UploadsIT(WebApplicationContext context, UploadRoom room, Documents documents, CaseExport export) {
        this.browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.room = room;
        this.documents = documents;
        this.export = export;
    }

    @BeforeEach
    void a_case() {
        reference = Caller.json(Caller.as("intake", port).post("/api/applications",
                        "{\"receivedAt\":\"2026-03-02T09:14:00Z\",\"applicant\":{\"fullName\":\"Large Papers\",\"email\":\"l@example.org\"}}"))
                .get("reference")
                .asText();
    }

    @Test
    void while_others_take_all_the_room_both_doors_say_so_and_soon_there_is_room_again() throws Exception {
        try (UploadRoom.Share ignored = room.take("large.mp4", Long.MAX_VALUE / 2)) {
            MockHttpServletResponse page = upload("/cases/", "files", "letter.pdf", SampleFiles.pdf());
            assertThat(page.getStatus()).isEqualTo(503);
            assertThat(page.getHeader("Retry-After")).isEqualTo("60");
            assertThat(page.getContentAsString()).contains("The file letter.pdf was not taken", "Try again in a minute");

            MockHttpServletResponse rest = upload("/api/cases/", "file", "letter.pdf", SampleFiles.pdf());
            assertThat(rest.getStatus()).isEqualTo(503);
            assertThat(rest.getHeader("Retry-After")).isEqualTo("60");
            assertThat(rest.getContentType()).startsWith("application/problem+json");
            assertThat(rest.getContentAsString()).contains("The file letter.pdf was not taken", "Try again in a minute");
        }
        assertThat(documents.of(reference)).isEmpty();
        assertThat(upload("/api/cases/", "file", "letter.pdf", SampleFiles.pdf()).getStatus()).isEqualTo(201);
        assertThat(documents.of(reference)).hasSize(1);
    }

    @Test
    void a_file_of_many_pieces_comes_back_byte_for_byte() throws Exception {
        byte[] picture = new byte[3 * StoredContent.PIECE + 17];
        new Random(1).nextBytes(picture);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, picture, 0, head.length);

        assertThat(upload("/api/cases/", "file", "photo.png", picture).getStatus()).isEqualTo(201);

        Document kept = documents.of(reference).get(0);
        assertThat(kept.size()).isEqualTo(picture.length);
        assertThat(kept.sha256()).isEqualTo(org.redress.record.Sha256.ofBytes(picture));
        MockHttpServletResponse down = browser.perform(get("/cases/" + CaseReference.inAddress(reference) + "/documents/" + kept.id())
                        .with(user("caseworker1").authorities(AuthorityUtils.createAuthorityList("caseworkers"))))
                .andReturn()
                .getResponse();
        assertThat(down.getContentAsByteArray()).isEqualTo(picture);
        assertThat(down.getContentLengthLong()).isEqualTo(picture.length);
    }

    @Test
    void a_file_downloads_under_the_name_it_came_with_and_two_of_one_name_are_both_kept() throws Exception {
        for (JsonNode each : FieldCase.input("C20-long-words-and-odd-names").get("files")) {
            String name = each.asText().replace(" twice", "");
            for (int time = 0; time < (each.asText().endsWith(" twice") ? 2 : 1); time++) {
                assertThat(upload("/api/cases/", "file", name, SampleFiles.pdf()).getStatus()).as(name).isEqualTo(201);
            }
        }

        for (Document kept : documents.of(reference)) {
            String disposition = browser.perform(get("/cases/" + CaseReference.inAddress(reference) + "/documents/" + kept.id())
                            .with(user("caseworker1").authorities(AuthorityUtils.createAuthorityList("caseworkers"))))
                    .andReturn()
                    .getResponse()
                    .getHeader("Content-Disposition");
            assertThat(ContentDisposition.parse(disposition).getFilename()).isEqualTo(kept.name());
        }
        assertThat(documents.of(reference)).extracting(Document::name).contains("Rob O'Reilly CV.pdf", "Complaint (1)+final%20v2.pdf",
                "outcome letter; signed.pdf", "Beschwerde Müller – 2.pdf", "中文.pdf", "a:b?c*.pdf", "=cmd|calc.pdf")
                .filteredOn("Outcome.pdf"::equals).hasSize(2);
        assertThat(namesInExport()).filteredOn(name -> name.endsWith("Outcome.pdf")).doesNotHaveDuplicates().hasSize(2);
    }

    private List<String> namesInExport() throws Exception {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        export.write(reference, "manager", bundle);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.toByteArray()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void of_files_sent_together_over_rest_all_are_kept_or_none() throws Exception {
        MockHttpServletResponse refused = browser.perform(multipart("/api/cases/" + CaseReference.inAddress(reference) + "/documents")
                        .file(new MockMultipartFile("file", "good.pdf", "application/pdf", SampleFiles.pdf()))
                        .file(new MockMultipartFile("file", "mail.eml", "message/rfc822", SampleFiles.text(
                                "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=p\r\n\r\n"
                                        + "--p\r\nContent-Type: text/plain; name=\"run.exe\"\r\n\r\nMZ\r\n--p--\r\n")))
                        .with(csrf())
                        .with(user("caseworker1").authorities(AuthorityUtils.createAuthorityList("caseworkers"))))
                .andReturn()
                .getResponse();

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("The file run.exe (attached to mail.eml) is named like a program");
        assertThat(documents.of(reference)).isEmpty();
    }

    private MockHttpServletResponse upload(String door, String part, String name, byte[] content) throws Exception {
        return browser.perform(multipart(door + CaseReference.inAddress(reference) + "/documents")
                        .file(new MockMultipartFile(part, name, "application/octet-stream", content))
                        .with(csrf())
                        .with(user("caseworker1").authorities(AuthorityUtils.createAuthorityList("caseworkers"))))
                .andReturn()
                .getResponse();
    }
}
