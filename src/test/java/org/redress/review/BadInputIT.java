package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.rules.Rule;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad input gets a clear answer and loses nothing. */
class BadInputIT extends AtTheDesk {

    private static final String MARK = "Zinnober7731";

    @Autowired
    private CaseFiles cases;

    @Test
    void hostile_text_appears_as_it_was_written_over_rest_in_letters_and_on_the_page() {
        ObjectNode application = application("A10");
        String forceReference = "PC/07<b>33</b>/25 & 'copy'; DROP TABLE cases;--" + System.nanoTime();
        ((ObjectNode) application.get("complaint")).put("forceReference", forceReference);
        String name = application.get("applicant").get("fullName").asText();
        String reference = apply(application);
        work(reference, facts("A10"), "RecordLearning");

        JsonNode file = file(reference);
        assertThat(file.get("parties").get(0).get("fullName").asText()).isEqualTo(name).contains("<O'B>");
        assertThat(file.get("allegations").get(1).get("text").asText())
                .isEqualTo("<i>The system</i> cannot spell O'Brien & nobody cares; ${applicant.fullName}");

        String letter = oneLine(letter(reference, "N8"));
        assertThat(letter)
                .contains(name)
                .contains(forceReference)
                .contains("<i>The system</i> cannot spell O'Brien & nobody cares; ${applicant.fullName}")
                .contains("{{7*7}} is not 49");

        String source = Visitor.signedIn("caseworker1", port)
                .get("/cases/" + reference.replace('/', '-'))
                .body();
        Document page = Jsoup.parse(source);
        assertThat(page.text())
                .contains(name)
                .contains(forceReference)
                .contains("<i>The system</i> cannot spell O'Brien & nobody cares; ${applicant.fullName}");
        assertThat(page.select("script")).noneMatch(script -> script.data().contains("alert"));
        assertThat(page.select("i, h1:contains(neither should this), b:contains(bold)")).isEmpty();
    }

    @Test
    void a_hundred_thousand_characters_are_kept_whole_and_nothing_that_anyone_wrote_reaches_the_engine() {
        StringBuilder grounds = new StringBuilder();
        while (grounds.length() < 99_990) {
            grounds.append(MARK).append(" \u00e9\u4e2d\ud83d\ude9a ").append(grounds.length()).append('\n');
        }
        grounds.setLength(99_990);
        grounds.append(" the end.");
        ObjectNode application = application("A22");
        application.put("grounds", grounds.toString());
        ((ObjectNode) application.get("applicant")).put("fullName", "Ptolemy " + MARK);
        ObjectNode facts = facts("A22");
        ((ObjectNode) facts.get("allegations").get(0)).put("reason", "Because " + MARK + " says so. " + "x".repeat(90_000));

        String reference = apply(application);
        work(reference, facts, "CloseCase");
        complete("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true, "closingNote", MARK));

        assertThat(cases.get(reference).grounds()).isEqualTo(grounds.toString());
        assertThat(file(reference).get("allegations").get(0).get("reason").asText()).hasSizeGreaterThan(90_000);
        assertThat(Jsoup.parse(Visitor.signedIn("caseworker1", port)
                                .get("/cases/" + reference.replace('/', '-'))
                                .body())
                        .text())
                .contains("the end.");
        assertThat(engineColumnsWith(MARK)).isEmpty();
    }

    @Test
    void one_application_that_twenty_senders_post_at_once_opens_one_case() throws Exception {
        ObjectNode application = application("A01");
        String forceReference = application.get("complaint").get("forceReference").asText();
        today("2026-03-03");
        Map<String, String> key = Map.of("Idempotency-Key", "twenty-" + forceReference.hashCode() + "-" + System.nanoTime());
        CyclicBarrier together = new CyclicBarrier(20);
        ExecutorService senders = Executors.newFixedThreadPool(20);
        List<Future<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            posts.add(senders.submit(() -> {
                together.await();
                return desk.post("intake", "/api/applications", application, key);
            }));
        }
        Set<String> references = new HashSet<>();
        for (Future<Answer> post : posts) {
            assertThat(post.get().status()).as("%s", post.get().raw().body()).isEqualTo(201);
            references.add(post.get().body().get("reference").asText());
        }
        senders.shutdown();

        assertThat(references).hasSize(1);
        assertThat(tables.queryForObject(
                        "select count(*) from app.case_file where force_reference = ?", Integer.class, forceReference))
                .isOne();

        application.put("grounds", "Something else");
        Answer otherwise = desk.post("intake", "/api/applications", application, key);
        assertThat(otherwise.status()).isEqualTo(422);
        assertThat(otherwise.body().get("title").asText()).isEqualTo("Idempotency-Key already used");
    }

    @Test
    void a_second_application_for_the_same_complaint_is_marked_and_both_are_worked() {
        ObjectNode application = application("A01");
        String first = apply(application);
        ((ObjectNode) application.get("applicant")).put("fullName", "delphine  ACHTERBERG mensah");
        String second = apply(application);
        String unlike = apply(application("A01"));

        assertThat(file(first).get("possibleDuplicateOf").isNull()).isTrue();
        assertThat(file(second).get("possibleDuplicateOf").asText()).isEqualTo(first);
        assertThat(file(unlike).get("possibleDuplicateOf").isNull()).isTrue();
        assertThat(waiting(first)).containsExactly("AcknowledgeApplication");
        assertThat(waiting(second)).containsExactly("AcknowledgeApplication");
    }

    @Test
    void a_malformed_application_is_refused_with_every_wrong_field_named() {
        today("2026-03-03");
        Answer answer = desk.post("intake", "/api/applications", Map.of(
                "channel", "PIGEON",
                "receivedAt", "yesterday",
                "applicant", Map.of("fullName", " ", "email", "no-address", "isComplainant", "yes", "shoeSize", 9),
                "complaint", Map.of("madeOn", "2026-03-04", "allegations", List.of(Map.of("forceOutcome", "None"), "x")),
                "outcome", Map.of("letterDate", "31/03/2026", "handling", 5),
                "grounds", 12,
                "colour", "red"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "channel",
                        "receivedAt",
                        "applicant.fullName",
                        "applicant.email",
                        "applicant.isComplainant",
                        "applicant.shoeSize",
                        "complaint.madeOn",
                        "complaint.allegations[0].text",
                        "complaint.allegations[1]",
                        "outcome.letterDate",
                        "outcome.handling",
                        "grounds",
                        "colour");
        assertThat(answer.body().get("errors").findValuesAsText("message")).allSatisfy(message -> assertThat(message)
                .isNotBlank());
        assertThat(desk.post("intake", "/api/applications", "{not json").status()).isEqualTo(400);
    }

    @Test
    @Rule("S1")
    void an_incomplete_application_opens_a_case_and_the_applicant_is_asked() {
        today("2026-03-03");
        Answer answer = desk.post(
                "intake",
                "/api/applications",
                Map.of("receivedAt", "2026-03-02T09:00:00Z", "applicant", Map.of("fullName", "Jo", "phone", "07700 900001")));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        String reference = answer.body().get("reference").asText();
        assertThat(answer.raw().headers().firstValue("Location").orElseThrow()).isEqualTo(address(reference));
        ObjectNode facts = facts("A31");
        facts.put("clockStarted", false);
        work(reference, facts, "RecordAnswer");
        assertThat(file(reference).get("path").asText()).isEqualTo("ASK_APPLICANT");
        assertThat(file(reference).get("state").asText()).isEqualTo("WAITING_FOR_APPLICANT");
    }

    @Test
    void an_effect_that_fails_leaves_the_step_and_the_file_as_they_were() {
        String reference = workTo("CheckQuality", "A22");
        Waiting check = step("officer1", reference, "CheckQuality");
        List<String> before = timeline(reference);
        Map<String, Object> variables = variables(check);
        tables.execute(
                """
                create function app.no_more_paper() returns trigger language plpgsql as
                $$ begin raise exception 'no more paper'; end $$
                """);
        tables.execute("create trigger no_more_paper before insert on app.letter for each row when (new.case_reference = '"
                + reference + "') execute function app.no_more_paper()");
        try {
            Answer failed = desk.submit("officer1", check, Map.of("sound", "YES"));

            assertThat(failed.status()).isEqualTo(500);
            assertThat(step("officer1", reference, "CheckQuality").id()).isEqualTo(check.id());
            assertThat(timeline(reference)).isEqualTo(before);
            assertThat(letters(reference)).containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED");
            assertThat(variables(check)).isEqualTo(variables);
        } finally {
            tables.execute("drop trigger no_more_paper on app.letter");
            tables.execute("drop function app.no_more_paper()");
        }

        complete("officer1", reference, "CheckQuality", Map.of("sound", "YES"));
        assertThat(letters(reference)).contains("N8 DRAFT", "N9 DRAFT");
    }

    private Map<String, Object> variables(Waiting step) {
        Map<String, Object> variables = new HashMap<>();
        tables.query(
                """
                select v.name_, v.text_, v.long_ from act_ru_variable v
                join act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_ where t.id_ = ?
                """,
                row -> {
                    variables.put(row.getString(1), row.getString(2) + " " + row.getString(3));
                },
                step.id());
        return variables;
    }

    /** The columns of the engine's own tables that hold a word. */
    private List<String> engineColumnsWith(String word) {
        List<String> found = new ArrayList<>();
        tables.query(
                """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name like 'act\\_%' and data_type in ('character varying', 'text', 'bytea')
                """,
                row -> {
                    String column = row.getString("column_name");
                    String text = row.getString("data_type").equals("bytea") ? "encode(" + column + ", 'escape')" : column;
                    Integer hits = tables.queryForObject(
                            "select count(*) from " + row.getString("table_name") + " where position(? in " + text + ") > 0",
                            Integer.class,
                            word);
                    if (hits != null && hits > 0) {
                        found.add(row.getString("table_name") + "." + column);
                    }
                });
        return found;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
