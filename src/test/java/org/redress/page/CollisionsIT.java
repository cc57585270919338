package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.letter.Letters;
import org.redress.review.Applications;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people, two browsers, one page: whoever is second hears it and keeps what they typed. */
@RedressTest
class CollisionsIT {

    private static final String SECOND = "The second person’s <words>";

    private final Applications applications;
    private final CaseFiles cases;
    private final Letters letters;
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String reference;
    private Visitor first;
    private Visitor second;

    @Autowired
    CollisionsIT(Applications applications, CaseFiles cases, Letters letters, JdbcTemplate jdbc) {
        this.applications = applications;
        this.cases = cases;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void two_people_look_at_one_case() {
        reference = CasesForPages.open(applications, "Contested Person", "x");
        first = Visitor.signedIn("caseworker1", port);
        second = Visitor.signedIn("caseworker2", port);
    }

    @Test
    void of_two_who_change_a_letter_the_second_is_told_and_keeps_the_text_on_the_screen() {
        String page = at("/letters/" + letters.of(reference).get(0).id());
        String seenByFirst = first.get(page).body();
        String seenBySecond = second.get(page).body();

        assertThat(change(first, page, seenByFirst, "First words").statusCode()).isEqualTo(302);
        HttpResponse<String> late = change(second, page, seenBySecond, SECOND);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("The second person’s &lt;words&gt;").contains("First words");
        assertThat(letters.get(letters.of(reference).get(0).id()).additionalText()).isEqualTo("First words");
        // with the page as it is now, the second may go on
        assertThat(change(second, page, late.body(), SECOND).statusCode()).isEqualTo(302);
    }

    @Test
    void notes_and_people_of_two_at_once_are_both_kept() {
        String firstSaw = first.get(at("/notes")).body();
        String secondSaw = second.get(at("/notes")).body();

        assertThat(first.form(at("/notes"), Map.of("text", "One", "_csrf", Visitor.token(firstSaw))).statusCode()).isEqualTo(302);
        assertThat(second.form(at("/notes"), Map.of("text", "Two", "_csrf", Visitor.token(secondSaw))).statusCode()).isEqualTo(302);

        assertThat(cases.notes(reference)).extracting(note -> note.text()).containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void whoever_reports_a_reason_on_a_case_that_was_closed_meanwhile_keeps_the_text_on_the_screen() {
        String seen = second.get(at("/iopc-reason")).body();
        jdbc.update("update app.case_file set state = 'CLOSED' where reference = ?", reference);

        HttpResponse<String> late = second.form(
                at("/iopc-reason"), Map.of("limb", "SENIOR_OFFICER", "why", SECOND, "_csrf", Visitor.token(seen)));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("What you typed", "The second person’s &lt;words&gt;");
    }

    private HttpResponse<String> change(Visitor who, String page, String seen, String text) {
        return who.form(page, Map.of("additionalText", text, "version", version(seen), "_csrf", Visitor.token(seen)));
    }

    private static String version(String page) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String at(String place) {
        return "/cases/" + inAddress(reference) + place;
    }
}
