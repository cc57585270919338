package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseReference;
import org.redress.casefile.CaseSection;
import org.redress.doorcheck.LookSection;
import org.redress.review.Applications;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What modules bring to the page of a case. */
@RedressTest
class CaseSectionsIT {

    private static final Pattern HEADING = Pattern.compile("<h2 class=\"govuk-heading-l[^\"]*\" id=\"([^\"]+)\">");
    private static final Pattern CONTENTS = Pattern.compile("no-visited-state\" href=\"#([^\"]+)\"");

    private final Applications applications;
    private final List<CaseSection> sections;

    @LocalServerPort
    private int port;

    @Autowired
    CaseSectionsIT(Applications applications, List<CaseSection> sections) {
        this.applications = applications;
        this.sections = sections;
    }

    @Test
    void a_section_that_a_module_brings_stands_in_its_place_and_in_the_list_of_contents() {
        String body = page("Look Here", LookSection.MARK + System.nanoTime(), "?look=twice");

        assertThat(body).contains("&lt;twice&gt;", "Looked at <span class=\"redress-count\">(3)</span>");
        assertThat(found(HEADING, body)).containsSubsequence("facts", "look", "review-body");
        assertThat(found(CONTENTS, body)).isEqualTo(found(HEADING, body));
    }

    @Test
    void a_section_with_nothing_to_show_leaves_no_trace() {
        assertThat(page("Look Away", "MPS/" + System.nanoTime(), "?look=twice")).doesNotContain("Looked at", "#look", "twice");
    }

    @Test
    void the_sections_of_the_house_stand_in_the_order_that_people_know() {
        String body = page("In Order", "MPS/" + System.nanoTime(), "");

        assertThat(found(HEADING, body))
                .containsExactly("summary", "access", "people", "complaint", "allegations", "facts", "review-body", "validity",
                        "review", "deadlines", "letters", "documents", "notes", "timeline")
                .isEqualTo(found(CONTENTS, body));
        assertThat(body).contains("Who may see it</a>", "Who may see and work on it</h2>");
    }

    @Test
    void every_section_has_a_template_of_its_own_that_fits_on_a_screen_or_two() throws IOException {
        assertThat(sections).extracting(CaseSection::template).doesNotHaveDuplicates();
        for (CaseSection section : sections) {
            assertThat(section.template()).startsWith("page/case/");
            ClassPathResource template = new ClassPathResource("templates/" + section.template() + ".ftlh");
            assertThat(template.getContentAsString(StandardCharsets.UTF_8).lines().count())
                    .as(section.template())
                    .isLessThan(150);
        }
    }

    private String page(String applicant, String forceReference, String asked) {
        String reference = CasesForPages.open(applications, applicant, "They did not listen", "x", forceReference);
        return Visitor.signedIn("caseworker1", port).get("/cases/" + CaseReference.inAddress(reference) + asked).body();
    }

    private static List<String> found(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(result -> result.group(1)).toList();
    }
}
