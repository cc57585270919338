package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.redress.casefile.CaseReference.inAddress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.people.Conflicts;
import org.redress.record.ActRecord;
import org.redress.record.CaseHolding;
import org.redress.record.RecordedAct;
import org.redress.retention.CaseExport;
import org.redress.retention.SubjectAccess;
import org.redress.review.Applications;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A step that somebody drew, with a form and no Java: who may do it, and where its answers are seen and go. */
@RedressTest
class RecordedAnswersIT {

    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} '; drop table app.act; -- \ud83d\ude00 \u05e9\u05dc\u05d5\u05dd";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Applications applications;
    private final Conflicts conflicts;
    private final ActRecord acts;
    private final CaseExport export;
    private final SubjectAccess subjectAccess;
    private final ObjectProvider<CaseHolding> holdings;
    private final ObjectMapper json;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private String reference;
    private String instance;
    private String task;

    @Autowired
    RecordedAnswersIT(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            Applications applications,
            Conflicts conflicts,
            ActRecord acts,
            CaseExport export,
            SubjectAccess subjectAccess,
            ObjectProvider<CaseHolding> holdings,
            ObjectMapper json,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.applications = applications;
        this.conflicts = conflicts;
        this.acts = acts;
        this.export = export;
        this.subjectAccess = subjectAccess;
        this.holdings = holdings;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void a_step_for_officers() {
        if (repository.createProcessDefinitionQuery().processDefinitionKey("RecordCheck").count() == 0) {
            deploy(read("RecordCheck.bpmn"));
        }
        reference = CasesForPages.open(applications, "Recorded Person", "They did not listen");
        instance = runtime.startProcessInstanceByKey("RecordCheck", reference, Map.of("caseReference", (Object) reference)).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    @Test
    void the_case_page_shows_question_and_answer_under_the_name_of_the_step() {
        assertThat(page()).doesNotContain("Recorded answers");

        assertThat(submit("officer1", HOSTILE, "STOP")).isEqualTo(204);

        String section = page().replaceAll("(?s).*<h2 class=\"govuk-heading-l\" id=\"recorded\">(.*?)</section>.*", "$1");
        assertThat(section).containsSubsequence("Recorded answers", "Read the log", "What does the log say?",
                        "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}", "Which log is it?", "Stop &amp; search", "On which page?", "Not answered", "Answered by")
                .doesNotContain("<script");
    }

    @Test
    void another_system_reads_them_with_the_case() throws Exception {
        submit("officer1", HOSTILE, "STOP");

        JsonNode recorded = Caller.json(Caller.as("caseworker1", port).get("/api/cases/" + inAddress(reference))).get("recorded");
        assertThat(recorded).hasSize(3);
        assertThat(recorded.get(0).fieldNames()).toIterable().containsExactly("step", "question", "answer", "by", "at");
        assertThat(recorded.get(0).get("step").asText()).isEqualTo("Read the log");
        assertThat(recorded.get(0).get("answer").asText()).isEqualTo(HOSTILE);
        assertThat(recorded.get(0).get("by").asText()).isEqualTo("officer1");
        assertThat(recorded.get(1).get("answer").asText()).isEqualTo("Stop & search");
        assertThat(recorded.get(2).get("answer").isNull()).isTrue();
    }

    @Test
    void the_record_tells_that_the_step_was_done_and_holds_no_word_of_the_answers() {
        submit("officer1", "Kestrel over the yard", "STOP");

        RecordedAct act = acts.of(reference).stream().filter(one -> one.action().equals("RECORDED_STEP")).findFirst().orElseThrow();
        assertThat(act.person()).isEqualTo("officer1");
        assertThat(act.summary()).isEqualTo("Answers recorded: Read the log");
        assertThat(act.details()).contains("Task_ReadTheLog", "sha256").doesNotContain("Kestrel", "search");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance).list())
                .extracting(HistoricVariableInstance::getName).containsExactly("caseReference");
    }

    @Test
    void no_line_in_permissions_is_needed_and_nobody_but_those_it_is_offered_to_may_do_it() {
        assertThat(submit("caseworker1", "Mine", "STOP")).isEqualTo(403);
        assertThat(submit("private-office", "Mine", "STOP")).isEqualTo(403);
        assertThat(submit("admin", "Mine", "STOP")).isEqualTo(403);
        assertThat(give("caseworker1")).as("a manager gives it to somebody it is not offered to").isBetween(400, 499);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        assertThat(kept()).isZero();

        assertThat(give("officer1")).isEqualTo(204);
        assertThat(submit("officer1", "Mine", "STOP")).isEqualTo(204);
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void a_conflict_of_interest_bars_from_it_as_from_every_step() {
        conflicts.bar(reference, "officer1", "Knows the applicant", "officer2");

        assertThat(submit("officer1", "Mine", "STOP")).isBetween(400, 499);
        assertThat(give("officer1")).isBetween(400, 499);
        assertThat(kept()).isZero();
        assertThat(submit("officer2", "Theirs", "STOP")).isEqualTo(204);
    }

    @Test
    void what_the_form_does_not_ask_for_is_refused_and_nothing_is_kept() {
        assertThat(Caller.as("officer1", port).post("/engine-rest/task/" + task + "/submit-form",
                        "{\"variables\":{\"words\":{\"value\":\"x\"},\"path\":{\"value\":\"REVIEW\"}}}").statusCode())
                .isEqualTo(422);
        assertThat(kept()).isZero();
        assertThat(acts.of(reference)).extracting(RecordedAct::action).doesNotContain("RECORDED_STEP");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void a_diagram_offers_such_a_step_to_somebody_and_only_to_those_who_work_cases() {
        String diagram = read("RecordCheck.bpmn");
        assertThat(catchThrowable(() -> deploy(diagram.replace("\"reviews-officers\"", "\"reviews-officers,private-office\""))))
                .hasMessageContaining("RecordCheck, step Task_ReadTheLog: it is offered to private-office, but only ");
        assertThat(catchThrowable(() -> deploy(diagram.replace("camunda:candidateGroups=\"reviews-officers\" ", ""))))
                .hasMessageContaining("RecordCheck, step Task_ReadTheLog: it is offered to nobody; name the candidate groups who do it");
    }

    @Test
    void the_bundle_of_a_case_holds_them_and_disposal_gives_them_up() throws Exception {
        submit("officer1", HOSTILE, "STOP");

        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        export.write(reference, "officer1", bundle);
        JsonNode rows = json.readTree(file(bundle, "file.json")).get("recorded_answer");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("question").asText()).isEqualTo("What does the log say?");
        assertThat(rows.get(0).get("answer").asText()).isEqualTo(HOSTILE);

        transaction.executeWithoutResult(undone -> {
            // the engine gives up nothing of a case whose procedure still runs
            holdings.orderedStream().filter(holding -> !holding.tables().isEmpty()).forEach(holding -> holding.dispose(reference));
            assertThat(kept()).isZero();
            undone.setRollbackOnly();
        });
    }

    @Test
    void somebody_who_asks_what_is_held_about_them_gets_the_answers_that_name_them_with_others_marked() throws Exception {
        String name = "Wheatear" + System.nanoTime();
        jdbc.update("insert into app.party (case_reference, role, full_name) values (?, 'INTERESTED_PERSON', ?)", reference, name);
        long party = jdbc.queryForObject("select id from app.party where full_name = ?", Long.class, name);
        submit("officer1", name + " was there, with Recorded Person", "STOP");

        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        asManager(() -> {
            assertThat(subjectAccess.find(name).people()).extracting("caseReference").containsExactly(reference);
            subjectAccess.write(List.of(party), "manager", bundle);
        });
        JsonNode rows = json.readTree(file(bundle, "text.json")).get("rows").get("recorded_answer");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("answer").asText()).isEqualTo(name + " was there, with [REDACT: Recorded Person]");
    }

    @Test
    void a_name_that_stands_in_an_answer_alone_is_found_for_subject_access() throws Exception {
        String name = "Dotterel" + System.nanoTime();
        submit("officer1", name + " drove the van", "STOP");

        asManager(() -> assertThat(subjectAccess.find(name).mentioned()).containsExactly(reference));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void asManager(Work work) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "manager", null, AuthorityUtils.createAuthorityList("reviews-managers")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static byte[] file(ByteArrayOutputStream bundle, String ending) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("The bundle has no " + ending);
    }

    private void deploy(String diagram) {
        repository.createDeployment()
                .name("record check")
                .addString("processes/recordcheck/RecordCheck.bpmn", diagram)
                .addString("forms/recordcheck/ReadTheLog.form", read("ReadTheLog.form"))
                .deploy();
    }

    private static String read(String name) {
        try (var file = RecordedAnswersIT.class.getResourceAsStream("/recordcheck/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private int submit(String account, String words, String kind) {
        String variables = json.createObjectNode()
                .set("variables", json.createObjectNode()
                        .<com.fasterxml.jackson.databind.node.ObjectNode>set("words", json.createObjectNode().put("value", words))
                        .set("kind", json.createObjectNode().put("value", kind)))
                .toString();
        return Caller.as(account, port).post("/engine-rest/task/" + task + "/submit-form", variables).statusCode();
    }

    private int give(String account) {
        return Caller.as("manager", port)
                .post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"" + account + "\"}")
                .statusCode();
    }

    private String page() {
        return Visitor.signedIn("caseworker1", port).get("/cases/" + inAddress(reference)).body();
    }

    private long kept() {
        return jdbc.queryForObject("select count(*) from app.recorded_answer where case_reference = ?", Long.class, reference);
    }
}
