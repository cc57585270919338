package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.review.Applications;
import org.redress.testing.RedressTest;
import org.redress.testing.SampleFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Papers go onto the file and come off it unchanged. */
@RedressTest
class DocumentPagesIT {

    private static final byte[] PDF = SampleFiles.pdf();

    private final MockMvc browser;
    private final Applications applications;
    private final Documents documents;

    private String reference;

    @Autowired
    DocumentPagesIT(WebApplicationContext context, Applications applications, Documents documents) {
        this.browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.applications = applications;
        this.documents = documents;
    }

    @BeforeEach
    void a_case() {
        reference = CasesForPages.open(applications, "Papers Person", "x");
    }

    @Test
    void several_files_go_up_and_come_down_byte_for_byte_to_be_saved_and_never_opened() throws Exception {
        String name = "Letter “O’Brien” 王 naïve.pdf";

        MockHttpServletResponse up = upload(file(name, PDF), file("../../etc/note.txt", "plain words".getBytes(StandardCharsets.UTF_8)));

        assertThat(up.getStatus()).isEqualTo(302);
        List<Document> kept = documents.of(reference);
        assertThat(kept).extracting(Document::name).containsExactlyInAnyOrder(name, "note.txt");
        Document pdf = kept.stream().filter(one -> one.mediaType().equals("application/pdf")).findFirst().orElseThrow();
        MockHttpServletResponse down = fetch("caseworker1", "caseworkers", pdf.id());
        assertThat(down.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(down.getContentType()).isEqualTo("application/pdf");
        assertThat(down.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(down.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(down.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Letter%20%E2%80%9CO%E2%80%99Brien%E2%80%9D%20%E7%8E%8B%20na%C3%AFve.pdf");
    }

    @Test
    void what_can_be_kept_is_kept_and_what_cannot_is_named() throws Exception {
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

        MockHttpServletResponse up = upload(file("good.pdf", PDF), file("really.pdf", program), file("empty.txt", new byte[0]));

        assertThat(up.getStatus()).isEqualTo(422);
        assertThat(up.getContentAsString())
                .contains("There is a problem", "really.pdf", "The file empty.txt is empty", "On the file already", "good.pdf");
        assertThat(documents.of(reference)).extracting(Document::name).containsExactly("good.pdf");
    }

    @Test
    void a_page_that_pretends_to_be_a_picture_is_not_taken() throws Exception {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);

        assertThat(upload(file("picture.png", svg)).getStatus()).isEqualTo(422);
        assertThat(documents.of(reference)).isEmpty();
    }

    @Test
    void without_a_file_one_is_asked_for() throws Exception {
        MockHttpServletResponse up = upload();

        assertThat(up.getStatus()).isEqualTo(422);
        assertThat(up.getContentAsString()).contains("Choose a file");
    }

    @Test
    void a_paper_of_another_case_is_not_found_by_its_number() throws Exception {
        upload(file("good.pdf", PDF));
        long id = documents.of(reference).get(0).id();
        reference = CasesForPages.open(applications, "Somebody Else", "x");

        assertThat(fetch("caseworker1", "caseworkers", id).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse upload(MockMultipartFile... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/cases/" + inAddress(reference) + "/documents");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return browser.perform(request.param("note", "From the force").with(csrf()).with(as("caseworker1", "caseworkers")))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse fetch(String account, String group, long id) throws Exception {
        return browser.perform(get("/cases/" + inAddress(reference) + "/documents/" + id).with(as(account, group)))
                .andReturn()
                .getResponse();
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/pdf", content);
    }

    private static RequestPostProcessor as(String account, String group) {
        return user(account).authorities(AuthorityUtils.createAuthorityList(group));
    }
}
