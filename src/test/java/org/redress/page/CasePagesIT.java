package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseReference;
import org.redress.casefile.Party;
import org.redress.casefile.Restrictions;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.people.Conflicts;
import org.redress.review.Applications;
import org.redress.review.Facts;
import org.redress.review.ReviewParties;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of cases, as a browser asks for them. */
@RedressTest
class CasePagesIT {

    private final Applications applications;
    private final CaseFiles cases;
    private final Restrictions restrictions;
    private final Conflicts conflicts;
    private final Letters letters;
    private final Facts facts;

    @LocalServerPort
    private int port;

    private String reference;
    private String page;

    @Autowired
    CasePagesIT(Applications applications, CaseFiles cases, Restrictions restrictions, Conflicts conflicts, Letters letters,
            Facts facts) {
        this.applications = applications;
        this.cases = cases;
        this.restrictions = restrictions;
        this.conflicts = conflicts;
        this.letters = letters;
        this.facts = facts;
    }

    @BeforeEach
    void a_case() {
        reference = CasesForPages.open(applications, "Ada Quartermain", "The letter does not answer me.");
        page = "/cases/" + inAddress(reference);
    }

    @ParameterizedTest
    @CsvSource({"caseworker1, 200", "officer1, 200", "manager, 200", "owner, 404", "private-office, 404", "admin, 404"})
    void only_case_staff_see_cases(String account, int status) {
        Visitor visitor = Visitor.signedIn(account, port);

        assertThat(visitor.get(page).statusCode()).isEqualTo(status);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(status);
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in() {
        assertThat(new Visitor(port).get(page).headers().firstValue("Location").orElseThrow()).contains("/sign-in?next=");
    }

    @Test
    void a_restricted_case_is_there_for_the_named_and_for_nobody_else() {
        restrictions.restrict(reference, Set.of("caseworker2"), false, "A colleague is the complainant", "manager");
        Visitor named = Visitor.signedIn("caseworker2", port);
        Visitor other = Visitor.signedIn("caseworker1", port);

        assertThat(named.get(page).body()).contains("Ada Quartermain").contains("Restricted");
        assertThat(named.get("/cases?search=" + inAddress(reference)).body()).contains(reference);
        assertHidden(other);
    }

    @Test
    void a_conflict_of_interest_hides_the_case_from_whoever_has_it() {
        conflicts.bar(reference, "caseworker3", "Sister of the complainant", "officer1");

        assertHidden(Visitor.signedIn("caseworker3", port));
        assertThat(Visitor.signedIn("caseworker1", port).get(page).body()).contains("Sister of the complainant");
    }

    private void assertHidden(Visitor visitor) {
        HttpResponse<String> hidden = visitor.get(page);
        HttpResponse<String> missing = visitor.get("/cases/" + inAddress(CaseReference.of("RV", 2019, 4711)));
        String token = Visitor.token(visitor.get("/cases").body());

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(withoutTokens(hidden.body())).isEqualTo(withoutTokens(missing.body()));
        assertThat(visitor.get(page + "/letters/" + letter().id()).statusCode()).isEqualTo(404);
        assertThat(visitor.get(page + "/letters/" + letter().id() + "/pdf").statusCode()).isEqualTo(404);
        assertThat(visitor.get(page + "/documents").statusCode()).isEqualTo(404);
        assertThat(visitor.form(page + "/notes", Map.of("text", "hello", "_csrf", token)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/cases?search=" + inAddress(reference)).body()).doesNotContain(page);
        assertThat(visitor.get("/cases/cards?reference=" + inAddress(reference)).body()).isEqualTo("{}");
    }

    @Test
    void the_page_says_what_happens_next_and_whose_case_it_is() {
        String body = Visitor.signedIn("caseworker1", port).get(page).body();

        assertThat(body)
                .contains("What happens next", "Acknowledge the application", "waits for caseworkers")
                .contains("Adjustments the applicant needs", "Large print, and no calls before 10am")
                .contains("2 March 2026 at 9:14am by online form")
                .contains("Time for applying", "How the day was found")
                .contains("Application received by online form, and case opened")
                .contains("The service was acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7} <#assign a=1>", "</textarea></style><b>", "O’Brien & Łódź 王 \u202Egnihtemos",
    })
    void hostile_text_is_shown_as_text(String hostile) {
        String bad = CasesForPages.open(applications, hostile, hostile, hostile, hostile);
        String body = Visitor.signedIn("caseworker1", port).get("/cases/" + inAddress(bad)).body();
        String listed = Visitor.signedIn("caseworker1", port).get("/cases?search=" + inAddress(bad)).body();

        String escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        assertThat(body).contains(escaped);
        assertThat(listed).contains(escaped);
        if (!escaped.equals(hostile)) {
            assertThat(body).doesNotContain(hostile);
            assertThat(listed).doesNotContain(hostile);
        }
    }

    @Test
    void grounds_of_a_hundred_thousand_characters_are_shown_whole() {
        String grounds = "They did not listen. ".repeat(4762).strip();
        String longOne = CasesForPages.open(applications, "Long Grounds", grounds);

        assertThat(Visitor.signedIn("caseworker1", port).get("/cases/" + inAddress(longOne)).body()).contains(grounds);
    }

    @Test
    void the_list_is_searched_by_reference_name_and_force_reference_and_filtered_by_state() {
        String mark = "Zz" + System.nanoTime();
        String one = CasesForPages.open(applications, "Ivo " + mark, "a", "b", "FORCE-" + mark);
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        for (String search : List.of(one, inAddress(one), one.substring(3, 14), mark.toLowerCase(), "force-" + mark)) {
            String body = visitor.get("/cases?search=" + java.net.URLEncoder.encode(search, java.nio.charset.StandardCharsets.UTF_8)).body();
            assertThat(body).as(search).contains(">" + one + "<");
        }
        assertThat(visitor.get("/cases?search=" + mark + "&state=OPEN").body()).contains(">" + one + "<");
        assertThat(visitor.get("/cases?search=" + mark + "&state=CLOSED").body()).contains("No case fits").doesNotContain(">" + one + "<");
        assertThat(visitor.get("/cases?search=%25&state=nonsense&page=-7").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/cases?search=%00%27%3B%5C&page=abc").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/cases?search=%00%27%3B%5C").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_late_says_so_in_words_and_comes_first() {
        String body = Visitor.signedIn("caseworker1", port).get("/cases?late=true").body();

        assertThat(body).contains("redress-due--late").contains(" late");
    }

    @Test
    void a_second_application_about_the_same_complaint_is_marked_on_both_pages() {
        String force = "TWIN/" + System.nanoTime();
        String first = CasesForPages.open(applications, "Twin Person", "a", "b", force);
        String second = CasesForPages.open(applications, "Twin Person", "a", "b", force);
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        assertThat(visitor.get("/cases/" + inAddress(second)).body()).contains("Possible duplicate", "/cases/" + inAddress(first));
        assertThat(visitor.get("/cases/" + inAddress(first)).body()).contains("Possible duplicate", "/cases/" + inAddress(second));
    }

    @Test
    void a_note_is_kept_and_an_empty_one_is_asked_for_again() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        HttpResponse<String> empty = visitor.form(page + "/notes", Map.of("text", "  ", "_csrf", token(visitor)));
        HttpResponse<String> kept = visitor.form(page + "/notes", Map.of("text", "Called back.\r\nNo answer.", "_csrf", token(visitor)));

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("<title>Error:", "There is a problem", "Enter a note");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(visitor.get(page).body()).contains("Called back.\nNo answer.");
        assertThat(visitor.form(page + "/notes", Map.of("text", "a\u0000b", "_csrf", token(visitor))).statusCode()).isEqualTo(422);
        assertThat(visitor.form(page + "/notes", Map.of("text", "no token")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_person_is_added_whom_no_letter_may_reach_yet() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        HttpResponse<String> incomplete = visitor.form(page + "/people",
                Map.of("fullName", "", "told", "NO", "email", "nonsense", "_csrf", token(visitor)));
        HttpResponse<String> added = visitor.form(page + "/people", Map.of(
                "role", "PERSON_COMPLAINED_AGAINST", "fullName", "PC Someone", "told", "NO",
                "holdBackReason", "It might prejudice the investigation", "_csrf", token(visitor)));

        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body())
                .contains("Select what this person is to the case", "Enter the person’s full name", "Enter an e-mail address",
                        "Enter the reason for holding it back")
                .contains("value=\"nonsense\"");
        assertThat(added.statusCode()).isEqualTo(302);
        Party party = cases.parties(reference).get(1);
        assertThat(party.role()).isEqualTo(ReviewParties.PERSON_COMPLAINED_AGAINST);
        assertThat(party.told()).isFalse();
        assertThat(visitor.get(page).body()).contains("PC Someone", "Determination held back");
    }

    @Test
    void the_applicant_cannot_be_added_a_second_time_through_the_form() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        assertThat(visitor.form(page + "/people", Map.of("role", "APPLICANT", "fullName", "x", "told", "YES", "_csrf", token(visitor)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void of_two_who_change_a_letter_the_second_keeps_their_text_and_hears_who_was_first() {
        LetterView letter = letter();
        Visitor first = Visitor.signedIn("caseworker1", port);
        Visitor second = Visitor.signedIn("caseworker2", port);
        String address = page + "/letters/" + letter.id();
        String version = String.valueOf(letter.version());

        HttpResponse<String> won = first.form(address, Map.of("additionalText", "We will call you.", "version", version, "_csrf", token(first)));
        HttpResponse<String> lost =
                second.form(address, Map.of("additionalText", "We will write to you.", "version", version, "_csrf", token(second)));

        assertThat(won.statusCode()).isEqualTo(302);
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.body()).contains("We will write to you.", "We will call you.", "Amara Osei was first");
        assertThat(letters.get(letter.id()).additionalText()).isEqualTo("We will call you.");
        assertThat(first.get(address + "/preview").body()).contains("We will call you.");
    }

    @Test
    void a_letter_is_previewed_without_any_power_and_comes_as_pdf() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        String address = page + "/letters/" + letter().id();

        assertThat(visitor.get(address + "/preview").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'");
        HttpResponse<String> pdf = visitor.get(address + "/pdf");
        assertThat(pdf.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        String other = CasesForPages.open(applications, "Other", "x");
        assertThat(visitor.get("/cases/" + inAddress(other) + "/letters/" + letter().id()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_reason_for_the_iopc_is_put_on_the_file_only_after_it_was_confirmed() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        Map<String, String> said = Map.of("limb", "ARTICLE_2_OR_3_NOT_RULED_OUT", "why", "Custody record, page 4", "_csrf", token(visitor));

        assertThat(visitor.form(page + "/iopc-reason", Map.of("_csrf", token(visitor))).statusCode()).isEqualTo(422);
        HttpResponse<String> asked = visitor.form(page + "/iopc-reason", said);
        assertThat(asked.body()).contains("This stops the review", "Custody record, page 4");
        assertThat(facts.current(reference).flag("article2Or3RuledOut")).isNull();

        Map<String, String> confirmed = new java.util.HashMap<>(said);
        confirmed.put("confirmed", "true");
        assertThat(visitor.form(page + "/iopc-reason", confirmed).statusCode()).isEqualTo(302);
        assertThat(facts.current(reference).flag("article2Or3RuledOut")).isFalse();
        assertThat(visitor.get(page).body()).contains("Custody record, page 4", "a caseworker, later in the review");
    }

    @Test
    void the_cards_of_the_task_list_learn_whose_case_it_is() {
        HttpResponse<String> cards = Visitor.signedIn("caseworker1", port).get("/cases/cards?reference=" + inAddress(reference));

        assertThat(cards.body()).contains("\"" + reference + "\"", "Ada Quartermain", "\"adjustments\":true", "late");
    }

    private LetterView letter() {
        return letters.of(reference).get(0);
    }

    private String token(Visitor visitor) {
        return Visitor.token(visitor.get(page).body());
    }

    private static String withoutTokens(String body) {
        return body.replaceAll("name=\"(_csrf|_guard)\" value=\"[^\"]+\"", "");
    }
}
