package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that need no sign-in. */
@RedressTest
class OpenPagesIT {

    @LocalServerPort
    private int port;

    @Test
    void the_first_page_says_what_this_is_and_leads_everywhere() {
        String body = new Visitor(port).get("/").body();

        assertThat(body)
                .contains("reviews police complaints", "/cases", "/guides", "/camunda/app/tasklist/", "/camunda/app/cockpit/")
                .contains("caseworker1-demo", "intake-demo", "They exist only on this demo database");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/guides", "/guides/for-caseworkers/working-a-review", "/guides/for-managers/looking-after-the-work",
        "/guides/for-managers/people.md", "/guides/for-process-owners/decision-tables", "/guides/everyone/accessibility",
    })
    void guides_are_open_to_everyone(String path) {
        assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_guide_is_shown_as_a_page_with_its_pictures_and_without_links_into_the_source() {
        Visitor visitor = new Visitor(port);

        String guide = visitor.get("/guides/for-caseworkers/working-a-review").body();
        assertThat(guide).contains("class=\"govuk-heading-xl\"", "../pictures/StatutoryReview.svg");
        assertThat(visitor.get("/guides/pictures/StatutoryReview.svg").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/guides/for-managers/people").body()).contains("doors.csv").doesNotContain("../../src");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/guides/for-caseworkers/no-such-guide", "/guides/pictures/no-such.png", "/guides/pictures/..%5Capplication.yml",
        "/guides/decisions/diagrams-of-the-review",
    })
    void what_is_no_guide_is_not_found(String path) {
        assertThat(new Visitor(port).get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/redress.css", "/assets/page.js", "/assets/favicon.svg",
        "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css"})
    void what_pages_are_made_of_is_there(String path) {
        assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "tasklist/scripts/config.js", "tasklist/scripts/redress.js", "tasklist/scripts/redress-due.js",
        "tasklist/scripts/redress-case-file.js", "tasklist/scripts/redress-names.js", "tasklist/styles/user-styles.css",
        "cockpit/scripts/config.js", "cockpit/scripts/redress-names.js", "cockpit/styles/user-styles.css",
        "admin/scripts/config.js", "admin/scripts/redress-names.js", "admin/styles/user-styles.css",
        "welcome/scripts/config.js", "welcome/scripts/redress-names.js", "welcome/styles/user-styles.css",
    })
    void what_we_add_to_the_web_apps_takes_the_place_of_their_own(String file) {
        String body = new Visitor(port).get("/camunda/app/" + file).body();

        assertThat(body).doesNotContain("Licensed under", "Copyright Camunda").containsAnyOf("Redress", "redress", "ce-eol-banner", "house", "aria-label");
    }

    @Test
    void an_address_that_leads_nowhere_is_answered_in_plain_words() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        var answer = visitor.get("/cases/RV-2026-999999Z", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Page not found", "RV/2026/000042K").doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void a_wrong_password_is_answered_in_plain_words_beside_the_field_and_above_it() {
        String body = new Visitor(port).get("/sign-in?error&next=/cases").body();

        assertThat(body)
                .contains("<title>Error: Sign in", "There is a problem", "href=\"#username\"", "id=\"username-error\"")
                .contains("name=\"next\" value=\"/cases\"");
    }
}
