package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Documents;
import org.redress.casefile.PersonDetails;
import org.redress.record.ActRecord;
import org.redress.record.Head;
import org.redress.record.RecordedAct;
import org.redress.retention.CaseExport;
import org.redress.retention.SubjectAccess;
import org.redress.review.Applications;
import org.redress.review.CaseFacts;
import org.redress.review.FactSource;
import org.redress.review.Facts;
import org.redress.review.ReviewParties;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The record of a case, what leaves the house, and the managers' page about keeping. */
@RedressTest
class RecordPagesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Applications applications;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Facts facts;

    @Autowired
    private ActRecord acts;

    @Autowired
    private CaseExport export;

    @Autowired
    private SubjectAccess subjectAccess;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private org.redress.record.RecordKeys keys;

    @Test
    void the_record_tells_who_in_which_role_did_what_when_and_how_a_fact_stood_before() throws Exception {
        String reference = CasesForPages.open(applications, "Record Reader", "They did not listen");
        facts.add(reference, FactSource.LATER, json.convertValue(Map.of("ownForce", true), CaseFacts.class), "caseworker1");
        facts.add(reference, FactSource.LATER, json.convertValue(Map.of("ownForce", false), CaseFacts.class), "caseworker1");
        facts.add(reference, FactSource.LATER, json.convertValue(Map.of("investigation", "DIRECTED"), CaseFacts.class), "caseworker1");
        documents.add(reference, "letter.txt", "What was sent".getBytes(StandardCharsets.UTF_8), null, "caseworker1");
        cases.restrict(reference, true, Set.of("caseworker2", "manager"), "A colleague is involved", "manager");
        Visitor caseworker = Visitor.signedIn("caseworker2", port);
        String token = Visitor.token(caseworker.get("/cases/" + inAddress(reference) + "/notes").body());
        caseworker.form("/cases/" + inAddress(reference) + "/notes", Map.of("text", "A note", "_csrf", token));

        String page = caseworker.get("/cases/" + inAddress(reference) + "/record").body();
        assertThat(page)
                .contains("Note written", "Caseworkers", " UTC</span>", "About the force that we oversee")
                .contains("Head of the chain of all cases")
                .doesNotContain("Export the case as a bundle");
        assertThat(page.replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
                .contains("About the force that we oversee: Yes → became No");
        assertThat(page.replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
                .contains("Investigation: By the force on its own behalf → became Under the IOPC’s direction")
                .contains("Day the complaint was made: 1 October 2025")
                .contains("Named now: Daniel Whitcombe, ", "Before: None", "Size: 13 bytes")
                .doesNotContain("OWN", "DIRECTED", "2025-10-01", "caseworker2");
        assertThat(page.indexOf("Note written")).isLessThan(page.indexOf("case opened"));
        assertThat(acts.of(reference).get(0)).extracting(RecordedAct::person, RecordedAct::role)
                .containsExactly("caseworker2", "caseworkers");
    }

    @Test
    void a_case_is_exported_whole_with_the_head_of_the_chain_and_that_is_an_act_itself() throws Exception {
        String reference = CasesForPages.open(applications, "Export Subject", "Grounds of export");
        documents.add(reference, "../bad\"name?.txt", "What the witness said".getBytes(StandardCharsets.UTF_8), null, "caseworker1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(reference, "officer1", out);
        Map<String, byte[]> files = unzip(out.toByteArray());

        assertThat(files.keySet()).contains("record.html", "record.json", "file.json");
        String paper = files.keySet().stream().filter(name -> name.startsWith("documents/")).findFirst().orElseThrow();
        assertThat(paper).matches("documents/\\d+-bad_name_\\.txt");
        assertThat(text(files, paper)).isEqualTo("What the witness said");
        assertThat(files.keySet()).anyMatch(name -> name.matches("letters/N1-\\d+\\.pdf")).anyMatch(name -> name.endsWith(".txt"));
        JsonNode record = json.readTree(files.get("record.json"));
        RecordedAct last = acts.of(reference).get(0);
        assertThat(last).extracting(RecordedAct::action, RecordedAct::person).containsExactly("EXPORTED_CASE", "officer1");
        assertThat(record.get("last").asLong()).isEqualTo(last.number());
        Head printed = Head.read(record.get("head").asText()).orElseThrow();
        assertThat(text(files, "record.html"))
                .contains("Head of the chain: <code>" + printed)
                .contains("acts number " + record.get("first").asLong() + " to " + last.number());
        assertThat(new org.redress.record.ChainCheck(jdbc, keys).check(List.of(printed)).whole()).isTrue();
        JsonNode file = json.readTree(files.get("file.json"));
        assertThat(file.get("party").get(0).get("full_name").asText()).isEqualTo("Export Subject");
        assertThat(file.get("case_file").get(0).get("grounds").asText()).isEqualTo("Grounds of export");
        assertThat(file.get("document").get(0).has("content")).isFalse();
        assertThat(file.has("fact_set")).isTrue();
        assertThat(file.get("case_clock")).isNotEmpty();
    }

    @Test
    void a_bundle_does_not_name_an_earlier_case_that_is_hidden_from_whoever_exports_it() throws Exception {
        String force = "MPS/" + System.nanoTime();
        String first = CasesForPages.open(applications, "Export Twin", "a", "b", force);
        String second = CasesForPages.open(applications, "Export Twin", "a", "b", force);
        cases.restrict(first, true, Set.of("officer2"), "A colleague is involved", "manager");

        assertThat(everythingIn(second, "officer2")).contains(first);
        assertThat(everythingIn(second, "officer1")).contains(second).doesNotContain(first);
    }

    /** All texts of a bundle, one after the other. */
    private String everythingIn(String reference, String by) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(reference, by, out);
        return unzip(out.toByteArray()).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void officers_and_managers_export_cases_that_they_may_see_and_nobody_else_does() {
        String reference = CasesForPages.open(applications, "Export Rights", "Grounds");
        String door = "/cases/" + inAddress(reference) + "/export";
        for (String account : List.of("officer1", "manager")) {
            Visitor visitor = Visitor.signedIn(account, port);
            String token = Visitor.token(visitor.get("/cases/" + inAddress(reference) + "/record").body());
            var answer = visitor.form(door, Map.of("_csrf", token));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains(inAddress(reference) + ".zip");
        }
        Visitor caseworker = Visitor.signedIn("caseworker1", port);
        String token = Visitor.token(caseworker.get("/cases/" + inAddress(reference) + "/notes").body());
        assertThat(caseworker.form(door, Map.of("_csrf", token)).statusCode()).isEqualTo(404);
        assertThat(acts.of(reference).get(0).action()).isEqualTo("REFUSED_ACT");
        assertThat(acts.of(reference).get(0).summary()).isEqualTo("Refused: POST /cases/" + inAddress(reference) + "/export");

        cases.restrict(reference, true, Set.of("officer2"), "A colleague is involved", "manager");
        Visitor hidden = Visitor.signedIn("officer1", port);
        assertThat(hidden.get("/cases/" + inAddress(reference) + "/record").statusCode()).isEqualTo(404);
    }

    @Test
    void a_closed_door_is_on_record_without_a_word_of_what_was_typed() {
        Caller owner = Caller.as("owner", port);
        assertThat(owner.get("/api/cases/Anna-Qvxplanted/documents").statusCode()).isEqualTo(404);
        assertThat(owner.get("/engine-rest/history/process-instance?processInstanceBusinessKeyLike=Qvxplanted").statusCode())
                .isEqualTo(403);

        List<String> told = jdbc.queryForList(
                "select summary from app.act where person = 'owner' and action = 'REFUSED_ACT' order by number", String.class);
        assertThat(told).contains("Refused: GET /api/cases/…/documents", "Refused: GET /engine-rest/history/process-instance");
        assertThat(told).noneMatch(summary -> summary.contains("Qvxplanted"));
    }

    @Test
    void the_page_of_keeping_is_the_managers_and_holds_are_set_and_lifted_with_reasons() {
        for (String account : List.of("caseworker1", "officer1", "owner", "admin")) {
            Visitor visitor = Visitor.signedIn(account, port);
            assertThat(visitor.get("/retention").statusCode()).as(account).isEqualTo(404);
            assertThat(visitor.get("/subject-access").statusCode()).as(account).isEqualTo(404);
        }
        String reference = CasesForPages.open(applications, "Hold Subject", "Grounds");
        String door = "/retention/" + inAddress(reference) + "/hold";
        Visitor manager = Visitor.signedIn("manager", port);
        String token = Visitor.token(manager.get(door).body());
        String unheld = manager.get(door).body();
        assertThat(manager.submit(unheld, door, Map.of("reason", " ")).body()).contains("Enter why the case must be kept");
        assertThat(manager.submit(unheld, door, Map.of("reason", "A claim was announced")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/cases/" + inAddress(reference)).body()).contains("Legal hold.", "A claim was announced");
        assertThat(manager.submit(manager.get(door).body(), door, Map.of("reason", "It was dropped")).statusCode()).isEqualTo(302);
        assertThat(manager.get("/cases/" + inAddress(reference)).body()).doesNotContain("Legal hold.");
        assertThat(acts.of(reference)).extracting(RecordedAct::action).startsWith("LIFTED_LEGAL_HOLD", "SET_LEGAL_HOLD");

        // so that the case falls due in this list; nothing is disposed of before its last day is over
        jdbc.update("update app.case_file set state = 'CLOSED', path = 'NOT_VALID', closed_at = now(), keep_until = current_date + 30"
                + " where reference = ?", reference);
        String page = manager.get("/retention").body();
        assertThat(page).contains(reference, "Not confirmed", "A procedure of the case is still under way");
        assertThat(manager.form("/retention/check", Map.of("_csrf", token)).statusCode()).isEqualTo(302);
        assertThat(manager.get("/retention").body()).contains("Whole");
    }

    @Test
    void the_page_of_keeping_names_an_act_that_somebody_added_and_says_what_a_cut_would_look_like() {
        Visitor manager = Visitor.signedIn("manager", port);
        String token = Visitor.token(manager.get("/retention").body());
        manager.form("/retention/check", Map.of("_csrf", token));
        jdbc.execute("alter table app.act drop constraint act_number_from_one");
        try {
            jdbc.update("insert into app.act (number, version, at, person, action, personal_digest, previous_hash, hash)"
                    + " values (-1, 2, now(), 'x', 'X_Y', repeat('a', 64), repeat('b', 64), repeat('c', 64))");
            manager.form("/retention/check", Map.of("_csrf", token));
            assertThat(manager.get("/retention").body())
                    .contains("The record does not fit. Act -1 is none of ours", "The last head kept elsewhere is act ");
        } finally {
            jdbc.execute("alter table app.act disable trigger all; delete from app.act where number < 1;"
                    + " alter table app.act enable trigger all;"
                    + " alter table app.act add constraint act_number_from_one check (number > 0) not valid");
        }
        manager.form("/retention/check", Map.of("_csrf", token));
        assertThat(manager.get("/retention").body()).contains("Whole").doesNotContain("none of ours");
    }

    @Test
    void subject_access_gives_a_person_what_is_theirs_and_marks_everybody_else() throws Exception {
        String reference = CasesForPages.open(
                applications, "Ottoline Sarsenet", "Officers laughed", "I told Bartholomew Quince all of it", "MPS/sar");
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST,
                new PersonDetails("Bartholomew Quince", "b.quince@example.org", null, List.of(), null, null), null, "caseworker1");
        cases.note(reference, "Sarsenet rang; Quince's sergeant rang too", "caseworker1");
        jdbc.update("insert into app.legal_hold (case_reference, reason, set_by, set_at) values (?, ?, 'manager', now())", reference,
                "Sarsenet sues Quince");
        jdbc.update("insert into app.applicant_answer (case_reference, received_on, text, handed_in_by, handed_in_at)"
                + " values (?, current_date, 'I was ill, and Quince knew it', 'intake', now())", reference);
        jdbc.update("insert into app.learning_point (case_reference, kind, text, governance, written_by, written_at)"
                + " values (?, 'LEARNING', 'Listen to the end', false, 'officer1', now())", reference);
        Visitor manager = Visitor.signedIn("manager", port);
        String token = Visitor.token(manager.get("/subject-access").body());
        assertThat(manager.form("/subject-access", Map.of("who", "x", "_csrf", token)).statusCode()).isEqualTo(422);
        String found = manager.form("/subject-access", Map.of("who", "sarsenet", "_csrf", token)).body();
        assertThat(found).contains("Ottoline Sarsenet", reference);
        assertThat(manager.form("/subject-access/export", Map.of("who", "sarsenet", "_csrf", token)).statusCode()).isEqualTo(422);

        long party = jdbc.queryForObject("select id from app.party where full_name = 'Ottoline Sarsenet'", Long.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as("manager", "reviews-managers", () -> subjectAccess.write(List.of(party), "manager", out));
        Map<String, byte[]> files = unzip(out.toByteArray());
        String folder = inAddress(reference) + "-" + party + "/";
        assertThat(text(files, folder + "theirs/person.json")).contains("someone@example.org", "Large print").doesNotContain("Quince");
        assertThat(text(files, folder + "read-before-sending/text.json"))
                .contains("I told [REDACT: Bartholomew Quince] all of it", "Sarsenet rang; [REDACT: Quince]'s sergeant");
        JsonNode rows = json.readTree(text(files, folder + "read-before-sending/text.json")).get("rows");
        assertThat(rows.at("/legal_hold/0/reason").asText()).as("names them").isEqualTo("Sarsenet sues [REDACT: Quince]");
        assertThat(rows.at("/applicant_answer/0/text").asText()).as("theirs").isEqualTo("I was ill, and [REDACT: Quince] knew it");
        assertThat(rows.has("learning_point")).as("names nobody").isFalse();
        assertThat(rows.has("party")).as("entries of others").isFalse();
        assertThat(files.keySet()).anyMatch(name -> name.startsWith(folder + "theirs/letters/N1-"));
        assertThat(text(files, "READ-FIRST.html")).contains(reference);
        assertThat(acts.of(reference).get(0).action()).isEqualTo("GAVE_SUBJECT_ACCESS");

        cases.restrict(reference, true, Set.of("officer2"), "A colleague is involved", "manager");
        as("manager", "reviews-managers", () -> assertThat(subjectAccess.find("Sarsenet").people()).isEmpty());
        long before = acts.head().number();
        as("manager", "reviews-managers", () -> subjectAccess.write(List.of(party), "manager", new ByteArrayOutputStream()));
        assertThat(acts.head().number()).as("nothing was given").isEqualTo(before);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void as(String account, String group, Work work) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList(group)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
