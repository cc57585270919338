package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.clock.Now;
import org.redress.letter.Letters;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.people.StaffDirectory;
import org.redress.record.ActRecord;
import org.redress.retention.LegalHolds;
import org.redress.review.Applications;
import org.redress.review.NewAllegations;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people, two browsers, one page: whoever is second hears it and keeps what they typed. */
@RedressTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollisionsIT {

    private static final String SECOND = "The second person’s <words>";

    private final Applications applications;
    private final CaseFiles cases;
    private final Letters letters;
    private final Documents documents;
    private final LegalHolds holds;
    private final Conflicts conflicts;
    private final NewAllegations newAllegations;
    private final ActRecord acts;
    private final StaffDirectory staff;
    private final IdentityService identity;
    private final Now now;
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private final Map<String, Visitor> signedIn = new HashMap<>();

    private String reference;
    private Visitor first;
    private Visitor second;

    @Autowired
    CollisionsIT(
            Applications applications,
            CaseFiles cases,
            Letters letters,
            Documents documents,
            LegalHolds holds,
            Conflicts conflicts,
            NewAllegations newAllegations,
            ActRecord acts,
            StaffDirectory staff,
            IdentityService identity,
            Now now,
            JdbcTemplate jdbc) {
        this.applications = applications;
        this.cases = cases;
        this.letters = letters;
        this.documents = documents;
        this.holds = holds;
        this.conflicts = conflicts;
        this.newAllegations = newAllegations;
        this.acts = acts;
        this.staff = staff;
        this.identity = identity;
        this.now = now;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void two_more_managers() {
        manager("manager9");
        manager("manager8");
    }

    private void manager(String account) {
        User colleague = identity.newUser(account);
        colleague.setFirstName("Another");
        colleague.setLastName("Manager");
        colleague.setPassword(account + "-demo");
        // the password of a demo account, which the rule for passwords would not take
        ((IdentityServiceImpl) identity).saveUser(colleague, true);
        identity.createMembership(account, "reviews-managers");
    }

    @AfterAll
    void who_leave() {
        identity.deleteUser("manager9");
        identity.deleteUser("manager8");
    }

    @BeforeEach
    void two_people_look_at_one_case() {
        reference = CasesForPages.open(applications, "Contested Person", "x");
        first = at("caseworker1", "her desk");
        second = at("caseworker2", "his desk");
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

    /**
     * A page on which somebody changes what others may change at the same time.
     *
     * @param role who is at it; the second person is a colleague in the same role
     * @param path of the page, and of its form where no other is named
     * @param told what the second hears of the first
     * @param rows what is kept, to be the same before and after the second came
     */
    private record Race(
            String name,
            String role,
            Consumer<CollisionsIT> before,
            String path,
            String action,
            Map<String, String> first,
            Map<String, String> second,
            List<String> told,
            String rows) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Race> races() {
        Consumer<CollisionsIT> nothing = test -> {};
        return Stream.of(
                new Race("who may see a case", "manager", nothing,
                        "/cases/{}/restriction", "/cases/{}/restriction",
                        Map.of("allowed", "manager9", "reason", "A colleague is related"),
                        Map.of("allowed", "officer1", "reason", SECOND),
                        List.of("Case restricted to named people", "Reason: A colleague is related", "Named now: "),
                        "select restricted, restriction_reason from app.case_file where reference = ?"),
                new Race("lifting a restriction", "manager",
                        test -> test.cases.restrict(test.reference, true, Set.of("manager", "manager9"), "Risk", "manager"),
                        "/cases/{}/restriction", "/cases/{}/restriction/lift",
                        Map.of("liftReason", "The risk is over"),
                        Map.of("liftReason", SECOND),
                        List.of("Restriction lifted", "Reason: The risk is over", "all case staff find it"),
                        "select restricted, restriction_reason from app.case_file where reference = ?"),
                new Race("setting a legal hold", "manager", nothing,
                        "/retention/{}/hold", "/retention/{}/hold",
                        Map.of("reason", "A claim was announced"),
                        Map.of("reason", SECOND),
                        List.of("Legal hold set", "Reason: A claim was announced"),
                        "select to_jsonb(h)::text from app.legal_hold h where case_reference = ?"),
                new Race("lifting a legal hold", "manager",
                        test -> test.holds.set(test.reference, "A claim was announced", "manager"),
                        "/retention/{}/hold", "/retention/{}/hold",
                        Map.of("reason", "The claim was dropped"),
                        Map.of("reason", SECOND),
                        List.of("Legal hold lifted", "Reason: The claim was dropped"),
                        "select to_jsonb(h)::text from app.legal_hold h where case_reference = ?"),
                new Race("setting a conflict aside", "manager",
                        test -> test.conflicts.declare(test.reference, "caseworker3", ConflictKind.ADVISED, "I answered the phone"),
                        "/cases/{}/conflicts", "/cases/{}/conflicts",
                        Map.of("account", "caseworker3", "reason", "A general question only"),
                        Map.of("account", "caseworker3", "reason", SECOND),
                        List.of("Conflict of interest set aside", "Reason: A general question only"),
                        "select to_jsonb(c)::text from app.conflict_of_interest c where case_reference = ?"),
                new Race("naming a conflict", "officer", nothing,
                        "/cases/{}/conflict", "/cases/{}/conflict",
                        Map.of("who", "caseworker3", "why", "They were at school together"),
                        Map.of("who", "caseworker3", "why", SECOND),
                        List.of("is kept away already", "They were at school together"),
                        "select to_jsonb(c)::text from app.conflict_of_interest c where case_reference = ?"),
                new Race("the address of a colleague", "manager", nothing,
                        "/staff/manager9", "/staff/manager9/address",
                        Map.of("address", "1 Mill Lane\nLondon SW1 1AA"),
                        Map.of("address", SECOND),
                        List.of("The address is now: 1 Mill Lane, London SW1 1AA"),
                        "select address from app.staff_address where account = 'manager9' and ? <> ''"),
                new Race("a clearance", "manager", nothing,
                        "/staff/manager9", "/staff/manager9/clearance",
                        Map.of("kind", "RECRUITMENT_VETTING", "fromDay", "2", "fromMonth", "3", "fromYear", "2020", "note", "x"),
                        Map.of("kind", "RECRUITMENT_VETTING", "withdrawn", "true", "note", SECOND),
                        List.of("is recorded from 2 March 2020 until 1 March 2030"),
                        "select to_jsonb(c)::text from app.clearance c where account = 'manager9' and ? <> ''"));
    }

    @ParameterizedTest
    @MethodSource("races")
    void of_two_who_change_one_thing_the_second_hears_who_was_first_and_keeps_the_text_on_the_screen(Race race) {
        race.before().accept(this);
        colleagues(race.role());
        String page = race.path().replace("{}", inAddress(reference));
        String action = race.action().replace("{}", inAddress(reference));
        String seenByFirst = first.get(page).body();
        String seenBySecond = second.get(page).body();

        assertThat(first.submit(seenByFirst, action, race.first()).statusCode()).isEqualTo(302);
        List<Map<String, Object>> kept = jdbc.queryForList(race.rows(), reference);
        HttpResponse<String> late = second.submit(seenBySecond, action, race.second());

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody was there first", staff.nameOf(race.role().equals("officer") ? "officer1" : "manager") + " was first, on ")
                .contains(race.told())
                .containsPattern("(?s)<textarea[^>]*>[^<]*The second person’s &lt;words&gt;[^<]*</textarea>");
        assertThat(jdbc.queryForList(race.rows(), reference)).isEqualTo(kept).isNotEmpty();
    }

    @Test
    void whoever_has_seen_what_the_first_did_may_do_otherwise() {
        colleagues("manager");
        String page = at("/restriction");
        String seenBySecond = second.get(page).body();
        first.submit(first.get(page).body(), page, Map.of("allowed", "manager9", "reason", "First"));
        HttpResponse<String> late = second.submit(seenBySecond, page, Map.of("allowed", "manager", "reason", SECOND));
        assertThat(late.statusCode()).isEqualTo(409);

        assertThat(second.submit(late.body(), page, Map.of("allowed", "manager", "reason", SECOND)).statusCode()).isEqualTo(302);
        assertThat(cases.get(reference).restrictionReason()).isEqualTo(SECOND);
    }

    @Test
    void whoever_is_no_longer_named_on_a_case_keeps_the_text_and_sees_nothing_of_the_case() {
        colleagues("manager");
        String page = at("/restriction");
        String seenBySecond = second.get(page).body();
        first.submit(first.get(page).body(), page, Map.of("reason", "A secret reason"));

        HttpResponse<String> late = second.submit(seenBySecond, page, Map.of("reason", SECOND));

        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.body()).contains("The second person’s &lt;words&gt;").doesNotContain("A secret reason");
    }

    @Test
    void a_machine_that_says_what_it_has_seen_does_not_overwrite_what_a_manager_did_meanwhile() {
        Caller manager = Caller.as("manager", port);
        String address = "/api" + at("");
        String seen = Caller.json(manager.get(address)).get("restrictionVersion").asText();
        cases.restrict(reference, true, Set.of("manager", "officer1"), "On the page", "manager");

        HttpResponse<String> late = manager.call("PUT", address + "/restriction", change(seen));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("changed-meanwhile", "Nothing was stored");
        assertThat(cases.allowed(reference)).containsExactly("manager", "officer1");

        seen = Caller.json(manager.get(address)).get("restrictionVersion").asText();
        HttpResponse<String> done = manager.call("PUT", address + "/restriction", change(seen));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(Caller.json(done).get("restrictionVersion").asText())
                .isEqualTo(Caller.json(manager.get(address)).get("restrictionVersion").asText())
                .isNotEqualTo(seen);
    }

    @Test
    void of_two_who_pass_a_new_allegation_on_the_second_hears_that_the_force_has_it() {
        newAllegations.note(reference, "They also lost my phone", "caseworker1");
        String page = at("/new-allegations/1");
        String seenBySecond = second.get(page).body();
        Map<String, String> byMail = Map.of("how", "EMAIL");
        assertThat(first.submit(first.get(page).body(), page, with(byMail, "on", today())).statusCode()).isEqualTo(302);

        HttpResponse<String> late = second.submit(seenBySecond, page, Map.of("how", "POST", "on", today()));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains(staff.nameOf("caseworker1") + " was first", ", by e-mail.", "value=\"POST\" checked");
        assertThat(newAllegations.of(reference).get(0).passedHow()).isEqualTo("EMAIL");
    }

    /** A page that only adds something: sent twice, it adds it once. */
    private record Twice(String role, String path, Map<String, String> typed, String count) {

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Twice> pagesThatAdd() {
        return Stream.of(
                new Twice("caseworker", "/notes", Map.of("text", "Once"), "case_note"),
                new Twice("caseworker", "/people",
                        Map.of("role", "INTERESTED_PERSON", "fullName", "Once Only", "told", "YES"), "party where role = 'INTERESTED_PERSON' and"),
                new Twice("caseworker", "/repeat-contact", Map.of("text", "Rang again"), "repeat_contact"),
                new Twice("caseworker", "/new-allegations", Map.of("text", "Rang again"), "new_allegation"),
                new Twice("officer", "/conflict", Map.of("who", "caseworker3", "why", "Related"), "conflict_of_interest"),
                new Twice("manager", "/restriction", Map.of("allowed", "officer1", "reason", "Risk"), "act where action = 'RESTRICTED_CASE' and"),
                new Twice("caseworker", "/iopc-reason",
                        Map.of("limb", "SENIOR_OFFICER", "why", "Page 3", "confirmed", "true"), "fact_set where source = 'LATER' and"));
    }

    @ParameterizedTest
    @MethodSource("pagesThatAdd")
    void the_same_page_sent_twice_at_once_counts_once_and_both_are_answered_alike(Twice twice) throws Exception {
        colleagues(twice.role());
        String page = at(twice.path());
        String shown = first.get(page).body();
        if (twice.typed().containsKey("confirmed")) {
            shown = first.submit(shown, page, with(twice.typed(), "confirmed", "false")).body();
        }
        String sent = shown;
        CompletableFuture<HttpResponse<String>> one = CompletableFuture.supplyAsync(() -> first.submit(sent, page, twice.typed()));
        CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(() -> first.submit(sent, page, twice.typed()));

        assertThat(one.get().statusCode()).isEqualTo(302);
        assertThat(two.get().statusCode()).isEqualTo(302);
        assertThat(two.get().headers().firstValue("Location")).isEqualTo(one.get().headers().firstValue("Location"));
        String table = twice.count().contains(" where ") ? twice.count() : twice.count() + " where";
        assertThat(jdbc.queryForObject("select count(*) from app." + table + " case_reference = ?", Long.class, reference)).isEqualTo(1);
        // another page of the same kind counts again
        assertThat(first.get(page).body()).doesNotContain(sent.replaceAll("(?s).*name=\"_once\" value=\"([^\"]+)\".*", "$1"));
    }

    @Test
    void a_declared_interest_is_on_record_once_however_often_the_button_was_pressed() throws Exception {
        String page = at("/interest");
        String shown = first.get(page).body();
        Map<String, String> typed = Map.of("kind", "ADVISED", "reason", "I answered the phone");
        CompletableFuture<HttpResponse<String>> one = CompletableFuture.supplyAsync(() -> first.submit(shown, page, typed));
        CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(() -> first.submit(shown, page, typed));

        // whoever has said it no longer sees the case
        assertThat(List.of(one.get().statusCode(), two.get().statusCode())).contains(302).allMatch(status -> status == 302 || status == 404);
        assertThat(acts.of(reference)).filteredOn(act -> act.action().equals("DECLARED_INTEREST")).hasSize(1);
    }

    @Test
    void the_same_file_sent_twice_at_once_is_one_document() throws Exception {
        byte[] content = "What the witness said".getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Document> one =
                CompletableFuture.supplyAsync(() -> documents.add(reference, "note.txt", content, null, "caseworker1"));
        CompletableFuture<Document> two =
                CompletableFuture.supplyAsync(() -> documents.add(reference, "note.txt", content, null, "caseworker1"));

        assertThat(one.get()).isEqualTo(two.get());
        assertThat(documents.of(reference)).hasSize(1);
        documents.add(reference, "note.txt", content, "The signed one", "caseworker1");
        assertThat(documents.of(reference)).hasSize(2);
    }

    @Test
    void of_two_browsers_that_change_one_password_at_once_one_is_told_and_the_other_counts() throws Exception {
        Visitor here = Visitor.signedIn("manager8", port);
        String shown = here.get("/password").body();
        Visitor elsewhere = Visitor.signedIn("manager8", port);
        String shownElsewhere = elsewhere.get("/password").body();
        CompletableFuture<HttpResponse<String>> one = CompletableFuture.supplyAsync(() -> here.submit(
                shown, "/password", Map.of("oldPassword", "manager8-demo", "newPassword", "kettle spanner otter")));
        CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(() -> elsewhere.submit(
                shownElsewhere, "/password", Map.of("oldPassword", "manager8-demo", "newPassword", "saddle pepper heron")));

        boolean firstCounts = one.get().statusCode() == 302;
        HttpResponse<String> late = firstCounts ? two.get() : one.get();
        assertThat((firstCounts ? one : two).get().statusCode()).isEqualTo(302);
        // whoever comes so late that the session has ended with the old password is asked to sign in
        assertThat(late.statusCode()).isIn(409, 422, 302, 403);
        assertThat(late.headers().firstValue("Location").orElse("/sign-in")).contains("/sign-in");
        assertThat(identity.checkPassword("manager8", firstCounts ? "kettle spanner otter" : "saddle pepper heron")).isTrue();
    }

    /** The two at the screens are now of another role. */
    private void colleagues(String role) {
        if (!role.equals("caseworker")) {
            boolean managers = role.equals("manager");
            first = at(managers ? "manager" : "officer1", "her desk");
            second = at(managers ? "manager9" : "officer2", "his desk");
        }
    }

    /** Somebody at a browser; whoever has signed in there stays signed in from test to test. */
    private Visitor at(String account, String place) {
        return signedIn.computeIfAbsent(account + " at " + place, key -> Visitor.signedIn(account, port));
    }

    private String today() {
        return now.today().toString();
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(name, value);
        return more;
    }

    private static String change(String seen) {
        return """
                {"restricted": true, "allowed": ["officer2"], "reason": "Over REST", "restrictionVersion": "%s"}
                """.formatted(seen);
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
