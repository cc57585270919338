package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.Desk.Answer;
import org.redress.testing.SampleFiles;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The REST doors of a case: what they tell, in which words, and to whom. */
class CaseDoorIT extends AtTheDesk {

    private static final byte[] PDF = SampleFiles.pdf();

    @Autowired
    private TestRestTemplate rest;

    @Test
    void a_case_tells_everything_that_other_systems_rely_on_by_its_own_names() {
        String reference = apply(application("A01"));
        work(reference, facts("A01"));

        JsonNode file = file(reference);
        assertThat(names(file))
                .contains(
                        "reference", "state", "path", "regime", "route", "reviewBody", "limbs", "timeliness",
                        "countedDays", "lastDay", "validityCodes", "allegations", "outcome", "measures", "letters",
                        "documents", "restricted", "possibleDuplicateOf");
        assertThat(file.get("reference").asText()).isEqualTo(reference).matches("RV/2026/\\d{6}[A-Z]");
        assertThat(names(file.get("allegations").get(0))).contains("number", "text", "finding", "proposed", "reason");
        assertThat(names(file.get("letters").get(0))).contains("id", "kind", "to", "status", "sentAt");
        assertThat(names(file.get("decisions").get(0))).contains("who", "when", "why");
        assertThat(file.get("restricted").asBoolean()).isFalse();
    }

    @Test
    void a_limb_tells_who_judged_it_and_when() {
        String reference = workTo("ForwardToIopc", "A26");

        assertThat(file(reference).get("limbs")).hasSize(2).allSatisfy(limb -> assertThat(names(limb))
                .contains("limb", "provision", "judgedBy", "judgedAt"));
    }

    @Test
    void slashes_of_a_reference_come_encoded_or_as_hyphens() {
        String reference = apply(application("A01"));

        Answer hyphens = desk.get("caseworker1", "/api/cases/" + reference.replace('/', '-'));
        Answer encoded = desk.get("caseworker1", "/api/cases/" + reference.replace("/", "%2F"));

        assertThat(hyphens.status()).isEqualTo(200);
        assertThat(encoded.status()).isEqualTo(200);
        assertThat(encoded.body()).isEqualTo(hyphens.body());
        assertThat(desk.get("caseworker1", "/api/cases/" + reference.replace("/", "%2F") + "/clocks").status())
                .isEqualTo(200);
    }

    @Test
    void clocks_tell_their_dated_facts_with_the_ground_of_each_and_one_sentence() {
        String reference = workTo("ObtainPapers", "A01");

        JsonNode clocks = desk.get("officer1", address(reference) + "/clocks").body();
        assertThat(clocks.findValuesAsText("clock"))
                .contains("APPLICATION_PERIOD", "ACKNOWLEDGEMENT", "PAPERS", "DECISION_TARGET");
        for (JsonNode clock : clocks) {
            assertThat(names(clock))
                    .contains("clock", "state", "startedOn", "dueOn", "countedDays", "facts", "explanation");
            assertThat(clock.get("explanation").asText()).isNotBlank();
            assertThat(clock.get("facts")).isNotEmpty().allSatisfy(fact -> {
                assertThat(names(fact)).contains("on", "what", "ground", "recordedAt", "recordedBy");
                assertThat(fact.get("ground").asText()).isNotBlank();
            });
        }
        assertThat(clock(reference, "APPLICATION_PERIOD").get("countedDays").asInt()).isEqualTo(20);
    }

    @Test
    void clocks_can_be_seen_as_they_were_known_on_a_past_day() {
        String reference = workTo("ObtainPapers", "A01");
        letPass(reference, "PAPERS", "Timer_PapersOverdue");
        complete("caseworker1", reference, "ChasePapers", Map.of("chasedHow", "EMAIL", "nextChaseOn", "2026-03-31"));

        assertThat(dueOn(reference, "PAPERS")).isEqualTo("2026-03-31");
        JsonNode then = desk.get("caseworker1", address(reference) + "/clocks?asKnownOn=2026-03-17").body();
        assertThat(find(then, "PAPERS").get("dueOn").asText()).isEqualTo("2026-03-17");
        assertThat(find(then, "PAPERS").get("late").asBoolean()).isFalse();
        assertThat(desk.get("caseworker1", address(reference) + "/clocks?asKnownOn=2026-03-01").body()).isEmpty();
        assertThat(desk.get("caseworker1", address(reference) + "/clocks?asKnownOn=soon").status()).isEqualTo(400);

        Visitor visitor = Visitor.signedIn("caseworker1", port);
        String page = "/cases/" + reference.replace('/', '-');
        assertThat(visitor.get(page).body()).contains("31 March 2026").doesNotContain("As the file stood");
        assertThat(visitor.get(page + "?asKnownOn=17/3/2026").body())
                .contains("As the file stood at the end of 17 March 2026", "The 10th working day after Tuesday 3 March 2026")
                .doesNotContain("extended to Tuesday 31 March 2026");
        assertThat(visitor.get(page + "?asKnownOn=soon").body()).contains("Enter a day before today", "value=\"soon\"");
        assertThat(visitor.get(page + "?asKnownOn=1/1/2040").body()).contains("Enter a day before today");
    }

    @Test
    void a_letter_comes_as_pdf_or_as_text_and_only_with_its_own_case() {
        String reference = workTo("NotifyForce", "A01");
        String other = apply(application("A22"));
        String id = file(reference).get("letters").get(0).get("id").asText();

        Answer pdf = desk.get("caseworker1", address(reference) + "/letters/" + id, Map.of("Accept", "application/pdf"));
        Answer text = desk.get("caseworker1", address(reference) + "/letters/" + id, Map.of("Accept", "text/plain"));

        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.raw().headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.raw().body()).startsWith("%PDF-");
        assertThat(text.status()).isEqualTo(200);
        assertThat(text.raw().headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(text.raw().body()).contains(reference).contains("Delphine Achterberg-Mensah");
        Map<String, String> plain = Map.of("Accept", "text/plain");
        assertThat(desk.get("caseworker1", address(other) + "/letters/" + id, plain).status()).isEqualTo(404);
        assertThat(desk.get("caseworker1", address(reference) + "/letters/999999", plain).status()).isEqualTo(404);
    }

    @Test
    void a_restricted_case_does_not_exist_for_those_who_are_not_named() {
        String reference = workTo("ConfirmFacts", "A01");
        Answer noReason = desk.put(
                "manager", address(reference) + "/restriction", Map.of("restricted", true, "allowed", List.of("caseworker9")));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.body().get("errors").findValuesAsText("field")).containsExactlyInAnyOrder("allowed", "reason");

        Answer restricted = desk.put(
                "manager",
                address(reference) + "/restriction",
                Map.of("restricted", true, "allowed", List.of("caseworker1"), "reason", "A witness is at risk."));
        assertThat(restricted.status()).as("%s", restricted.body()).isEqualTo(200);

        assertThat(desk.get("caseworker1", address(reference)).body().get("restricted").asBoolean()).isTrue();
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(200);
        Answer hidden = desk.get("caseworker2", address(reference));
        Answer unknown = desk.get("caseworker2", "/api/cases/RV-2026-999999Z");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body().get("title")).isEqualTo(unknown.body().get("title"));
        assertThat(desk.get("caseworker2", address(reference) + "/clocks").status()).isEqualTo(404);
        assertThat(desk.get("officer1", address(reference) + "/letters/1", Map.of("Accept", "text/plain")).status())
                .isEqualTo(404);
        assertThat(desk.post("caseworker2", address(reference) + "/papers", Map.of("receivedOn", "2026-03-03")).status())
                .isEqualTo(404);
        assertThat(hand(reference, "/papers", Map.of("receivedOn", "2026-03-03")).status()).isEqualTo(201);

        Answer lifted = desk.put(
                "manager", address(reference) + "/restriction", Map.of("restricted", false, "reason", "The risk is over."));
        assertThat(lifted.status()).isEqualTo(200);
        assertThat(desk.get("caseworker2", address(reference)).status()).isEqualTo(200);
        assertThat(timeline(reference)).contains("Case restricted to named people", "Restriction lifted");
    }

    @Test
    void documents_are_taken_for_what_they_contain_and_not_for_their_name() throws Exception {
        String reference = apply(application("A01"));

        ResponseEntity<JsonNode> taken = upload(reference, "caseworker1", "../../etc/outcome letter.pdf", PDF);

        assertThat(taken.getStatusCode().value()).as("%s", taken.getBody()).isEqualTo(201);
        JsonNode document = taken.getBody().get(0);
        assertThat(document.get("name").asText()).isEqualTo("outcome letter.pdf");
        assertThat(document.get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(document.get("sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
        assertThat(file(reference).get("documents").get(0).get("name").asText()).isEqualTo("outcome letter.pdf");

        byte[] program = "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1);
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(reference, "caseworker1", "letter.pdf", program).getStatusCode().value()).isEqualTo(422);
        assertThat(upload(reference, "caseworker1", "letter.html", page).getStatusCode().value()).isEqualTo(422);
        assertThat(upload(reference, "caseworker1", "empty.txt", new byte[0]).getStatusCode().value()).isEqualTo(422);
        assertThat(upload(reference, "intake", "from the force.pdf", PDF).getStatusCode().value()).isEqualTo(201);
        assertThat(upload(reference, "owner", "letter.pdf", PDF).getStatusCode().value()).isEqualTo(404);
        assertThat(file(reference).get("documents")).hasSize(2);
    }

    @Test
    void what_the_force_sends_is_refused_with_every_wrong_field_named() {
        String reference = apply(application("A01"));

        Answer papers = hand(reference, "/papers", Map.of("facts", Map.of("ownForce", "yes", "colour", 1)));
        Answer notice = hand(reference, "/withdrawals", Map.of("receivedOn", "2030-01-01", "signed", true));

        assertThat(papers.status()).isEqualTo(422);
        assertThat(papers.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("receivedOn", "facts.ownForce", "facts.colour");
        assertThat(notice.status()).isEqualTo(422);
        assertThat(notice.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("receivedOn", "receivedBy", "scope", "signedBy");
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker1,    200, 201, 403",
        "officer1,       200, 201, 403",
        "manager,        200, 201, 422",
        // whoever may not see cases does not learn which exist
        "owner,          404, 404, 404",
        "private-office, 404, 404, 404",
        "intake,         404, 201, 404",
        "admin,          404, 404, 404",
    })
    void each_role_reads_sends_and_restricts_as_far_as_its_work_goes(String account, int read, int send, int restrict) {
        String reference = apply(application("A01"));

        assertThat(desk.get(account, address(reference)).status()).isEqualTo(read);
        assertThat(desk.get(account, address(reference) + "/clocks").status()).isEqualTo(read);
        assertThat(desk.post(account, address(reference) + "/papers", Map.of("receivedOn", "2026-03-03")).status())
                .isEqualTo(send);
        assertThat(desk.put(account, address(reference) + "/restriction", Map.of()).status()).isEqualTo(restrict);
    }

    @Test
    void whoever_does_not_say_who_they_are_is_asked_to() {
        String reference = apply(application("A01"));
        for (Answer answer : List.of(
                desk.get(null, address(reference)),
                desk.get(null, address(reference) + "/clocks"),
                desk.post(null, "/api/applications", application("A01")))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.raw().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void a_case_that_does_not_exist_is_not_found_in_words() {
        Answer answer = desk.get("caseworker1", "/api/cases/RV-2026-000000X");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("title").asText()).isEqualTo("Not found");
        assertThat(answer.body().get("detail").asText()).isNotBlank();
    }

    @Test
    void a_machine_that_sends_the_same_again_with_its_key_is_answered_alike_and_heard_once() {
        String reference = workTo("ObtainPapers", "A01");
        Map<String, String> key = Map.of("Idempotency-Key", "papers-" + System.nanoTime());
        Map<String, Object> papers = Map.of("receivedOn", now.today().toString(), "facts", Map.of("recorded", true));

        Answer first = desk.post("intake", address(reference) + "/papers", papers, key);
        Answer again = desk.post("intake", address(reference) + "/papers", papers, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(tables.queryForObject("select count(*) from app.papers where case_reference = ?", Long.class, reference)).isEqualTo(1);

        Answer other = desk.post("intake", address(reference) + "/answers",
                Map.of("receivedOn", now.today().toString(), "text", "I was ill"), key);
        assertThat(other.status()).as("the key of something else").isEqualTo(422);
        assertThat(desk.post("intake", address(reference) + "/papers", papers).status()).as("without a key").isEqualTo(201);
        assertThat(tables.queryForObject("select count(*) from app.papers where case_reference = ?", Long.class, reference)).isEqualTo(2);
    }

    @Test
    void a_deadline_can_be_asked_for_with_its_explanation() {
        Answer answer = desk.get("caseworker1", "/api/calendar/deadline?rule=P1&start=2026-04-02&count=5");

        assertThat(answer.status()).isEqualTo(200);
        // Good Friday and Easter Monday lie between
        assertThat(answer.body().get("date").asText()).isEqualTo("2026-04-13");
        assertThat(answer.body().get("explanation").asText()).isNotBlank();
    }

    @Test
    void every_door_stands_in_the_description_of_the_doors() {
        JsonNode paths = desk.get("caseworker1", "/api/openapi.json").body().get("paths");

        assertThat(names(paths))
                .contains(
                        "/api/applications",
                        "/api/cases/{reference}",
                        "/api/cases/{reference}/clocks",
                        "/api/cases/{reference}/letters/{id}",
                        "/api/cases/{reference}/documents",
                        "/api/cases/{reference}/papers",
                        "/api/cases/{reference}/withdrawals",
                        "/api/cases/{reference}/answers",
                        "/api/cases/{reference}/restriction",
                        "/api/calendar/deadline");
    }

    private ResponseEntity<JsonNode> upload(String reference, String account, String name, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return rest.withBasicAuth(account, account + "-demo")
                .postForEntity(address(reference) + "/documents", form, JsonNode.class);
    }

    private static JsonNode find(JsonNode clocks, String name) {
        for (JsonNode clock : clocks) {
            if (clock.get("clock").asText().equals(name)) {
                return clock;
            }
        }
        throw new AssertionError("No clock " + name + " in " + clocks);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
