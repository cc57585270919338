package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.review.Applications;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A session that ends while somebody types loses nothing, also without scripts. */
@RedressTest
class KeptFormsIT {

    private static final String TEXT = "Rang Mrs O’Brien: \"they never <asked> me\".\nSecond line & more.";

    private final Applications applications;
    private final CaseFiles cases;
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String reference;
    private String notes;

    @Autowired
    KeptFormsIT(Applications applications, CaseFiles cases, JdbcTemplate jdbc) {
        this.applications = applications;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void a_case() {
        reference = CasesForPages.open(applications, "Kept Person", "x");
        notes = "/cases/" + inAddress(reference) + "/notes";
    }

    @Test
    void a_note_that_is_sent_after_the_session_ended_is_there_again_after_signing_in_and_can_be_sent() {
        String kept = sendTooLate("caseworker1");
        assertThat(kept).startsWith("/kept/");
        assertThat(cases.notes(reference)).isEmpty();

        Visitor back = new Visitor(port);
        HttpResponse<String> signedIn = back.signIn("caseworker1", "caseworker1-demo", kept);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).endsWith(kept);
        String page = back.get(kept).body();
        assertThat(page).contains("What you typed is still here", "Write a note on the file", reference,
                "I typed this, and want it done", "Rang Mrs O’Brien: &quot;they never &lt;asked&gt; me&quot;.");

        Map<String, String> form = new HashMap<>(Map.of("text", TEXT, "_csrf", Visitor.token(page)));
        assertThat(back.form(notes, form).statusCode()).isEqualTo(302);
        assertThat(cases.notes(reference)).singleElement().satisfies(note -> assertThat(note.text()).isEqualTo(TEXT));

        assertThat(back.form(kept, Map.of("_csrf", Visitor.token(back.get("/sign-in").body()))).statusCode()).isEqualTo(302);
        assertThat(back.get(kept).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_else_sees_what_somebody_typed() {
        String kept = sendTooLate("caseworker1");

        assertThat(Visitor.signedIn("manager", port).get(kept).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get(kept).statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn("caseworker1", port).get("/kept/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void what_another_site_sends_in_somebodys_name_is_not_kept() {
        String guard = field(Visitor.signedIn("caseworker1", port).get(notes).body(), "_guard");
        for (String[] header : new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}, {"X-None", "x"}}) {
            HttpResponse<String> answer = new Visitor(port).form(
                    notes, Map.of("text", "planted", "_csrf", "made-up", "_guard", guard), header);

            assertThat(answer.statusCode()).as(header[0]).isEqualTo(403);
        }
        assertThat(jdbc.queryForObject("select count(*) from app.kept_form where fields like '%planted%'", Long.class)).isZero();
    }

    @Test
    void a_stranger_who_forges_every_header_plants_nothing_for_anybody() {
        String own = field(Visitor.signedIn("caseworker1", port).get(notes).body(), "_guard");
        String managers = Base64.getUrlEncoder().encodeToString(new String(
                        Base64.getUrlDecoder().decode(own.substring(0, own.indexOf('.'))), StandardCharsets.UTF_8)
                .replace("caseworker1", "manager").getBytes(StandardCharsets.UTF_8)) + own.substring(own.indexOf('.'));
        for (String guard : List.of("", "made-up", "bWFuYWdlcg.AAAA", managers)) {
            HttpResponse<String> answer = new Visitor(port).form(
                    "/cases/" + inAddress(reference) + "/restriction",
                    Map.of("reason", "planted by a stranger", "_csrf", "made-up", "_for", "manager", "_guard", guard),
                    "Sec-Fetch-Site", "same-origin", "Origin", "http://localhost:" + port);

            assertThat(answer.statusCode()).as(guard).isEqualTo(403);
        }
        assertThat(jdbc.queryForObject("select count(*) from app.kept_form where fields like '%planted%'", Long.class)).isZero();
    }

    @Test
    void somebody_with_an_account_can_plant_nothing_for_a_colleague_and_nothing_that_they_may_not_do() {
        Visitor insider = Visitor.signedIn("caseworker1", port);
        String guard = field(insider.get(notes).body(), "_guard");
        String kept = sendTooLate("caseworker1");

        HttpResponse<String> answer = insider.form(
                "/cases/" + inAddress(reference) + "/restriction",
                Map.of("reason", "planted by an insider", "_csrf", "made-up", "_for", "manager", "_guard", guard),
                "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(jdbc.queryForList("select distinct account from app.kept_form where place like ?", String.class,
                "%" + inAddress(reference) + "%")).containsExactly("caseworker1");
        assertThat(Visitor.signedIn("manager", port).get(kept).statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_sent_from_the_page_where_it_was_kept_is_kept_again_when_it_comes_too_late_once_more() {
        String kept = sendTooLate("caseworker1");
        Visitor back = Visitor.signedIn("caseworker1", port);
        String page = back.get(kept).body();
        Map<String, String> form = Map.of("text", TEXT, "_csrf", Visitor.token(page), "_guard", field(
                page.substring(page.indexOf("action=\"" + notes + "\"")), "_guard"));
        back.form("/sign-out", Map.of("_csrf", Visitor.token(page)));

        HttpResponse<String> answer = back.form(notes, form, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("problem=kept");
    }

    @Test
    void passwords_are_never_kept() {
        String guard = field(Visitor.signedIn("caseworker1", port).get("/password").body(), "_guard");
        HttpResponse<String> answer = new Visitor(port).form(
                "/password",
                Map.of("oldPassword", "kettle", "newPassword", "spanner", "_csrf", "old", "_guard", guard),
                "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from app.kept_form where fields like '%kettle%'", Long.class)).isZero();
    }

    @Test
    void a_form_too_large_to_keep_is_refused_in_words() {
        String guard = field(Visitor.signedIn("caseworker1", port).get(notes).body(), "_guard");
        HttpResponse<String> answer = new Visitor(port).form(
                notes,
                Map.of("text", "x".repeat(600_000), "_csrf", "old", "_guard", guard),
                "Sec-Fetch-Site", "same-origin", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Load the page again");
    }

    /** Types a note, lets the session go, sends it; gives the page where it waits. */
    private String sendTooLate(String account) {
        Visitor visitor = Visitor.signedIn(account, port);
        String page = visitor.get(notes).body();
        Map<String, String> form = Map.of("text", TEXT, "_csrf", Visitor.token(page), "_guard", field(page, "_guard"));
        visitor.form("/sign-out", Map.of("_csrf", Visitor.token(page)));
        HttpResponse<String> answer = visitor.form(notes, form, "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("/sign-in?problem=kept&next=/kept/");
        assertThat(visitor.get(location.replaceFirst("http://[^/]+", "")).body()).contains("It is kept: sign in");
        return location.substring(location.indexOf("/kept/"));
    }

    private static String field(String page, String name) {
        Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
