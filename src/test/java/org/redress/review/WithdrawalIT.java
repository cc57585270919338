package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.Letters;
import org.redress.rules.Rule;
import org.redress.testing.Colleagues;
import org.redress.testing.Coverage;
import org.redress.testing.Desk;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Section 8: what a notice of withdrawal does at each stage, by the doors and forms that people use. */
@RedressTest
class WithdrawalIT {

    private static Coverage coverage;

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Letters letters;

    @Autowired
    private Now now;

    private Desk desk;
    private Colleagues colleagues;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("WithdrawalIndication");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @BeforeEach
    void sitDown() {
        desk = new Desk(port, json, jobs);
        colleagues = new Colleagues(desk, now.today());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NotifyForce",
                "ObtainPapers",
                "TriageCase",
                "AssessAllegation",
                "DecideOutcome",
                "CheckQuality",
                "ApproveLetters"
            })
    @Rule("8.4")
    void rule_8_4_a_signed_withdrawal_of_the_complaint_stops_the_review_at_every_step_before_the_letters(String step) throws IOException {
        JsonNode given = application("A05");
        String reference = upTo(step, given);

        hand(reference, "FORCE", "COMPLAINT", true);

        assertThat(waiting(reference)).containsExactly("ApproveLetters");
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("WITHDRAWN");
        assertThat(running(reference)).containsExactly("DECISION_TARGET");
        assertThat(drafts(reference)).containsExactly("N14 APPLICANT", "N14 FORCE");
        closesAsWithdrawn(reference, given);
    }

    @Test
    @Rule("8.9")
    void rule_8_9_a_signed_notice_that_drops_only_the_review_stops_it_too() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);

        hand(reference, "LPB", "REVIEW", true);

        closesAsWithdrawn(reference, given);
        assertThat(n14(reference)).contains("application for a review is withdrawn");
    }

    @Test
    void a_withdrawal_while_the_applicant_is_being_asked_stops_the_asking() throws IOException {
        JsonNode given = application("A31");
        String reference = upTo("RecordAnswer", given);

        hand(reference, "FORCE", "COMPLAINT", true);

        closesAsWithdrawn(reference, given);
    }

    @Test
    void a_withdrawal_comes_before_no_right_also_when_the_refusal_is_being_written() throws IOException {
        JsonNode given = application("A27");
        String reference = upTo("ExplainRefusal", given);

        hand(reference, "FORCE", "COMPLAINT", true);

        closesAsWithdrawn(reference, given);
    }

    @Test
    @Rule("4.7")
    void what_is_for_the_iopc_is_forwarded_even_if_it_was_withdrawn() throws IOException {
        JsonNode given = application("A25");
        String reference = upTo("ForwardToIopc", given);

        hand(reference, "FORCE", "COMPLAINT", true);

        Waiting forward = desk.waiting("caseworker1", reference).get(0);
        assertThat(shown(forward, "caseworker1").get("withdrawalWords").get("value").asText())
                .contains("the IOPC decides whether the public interest calls for going on");
        colleagues.work(reference, given.get("facts"));
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("FORWARD_TO_IOPC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AcknowledgeApplication", "CheckConflicts", "ConfirmFacts", "DecideValidity"})
    void before_it_is_settled_who_decides_a_withdrawal_is_a_fact_that_the_tables_weigh(String step) throws IOException {
        JsonNode given = application("A05");
        String reference = upTo(step, given);

        hand(reference, "FORCE", "COMPLAINT", true);

        ObjectNode facts = given.get("facts").deepCopy();
        facts.put("withdrawn", true);
        List<String> done = colleagues.work(reference, facts);
        assertThat(done).contains("DecideValidity");
        assertThat(desk.caseFile(reference).get("validityCodes").toString()).contains("V11");
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("WITHDRAWN");
        assertThat(desk.caseFile(reference).get("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void a_notice_on_the_file_cannot_be_confirmed_away() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("ConfirmFacts", given);
        hand(reference, "FORCE", "COMPLAINT", true);

        Waiting step = desk.waiting("caseworker1", reference).get(0);
        Desk.Answer answer = colleagues.complete(step, given.get("facts"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.raw().body()).contains("leave this ticked");
    }

    @Test
    void a_notice_after_the_outcome_letters_changes_nothing() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("RecordLearning", given);

        hand(reference, "FORCE", "COMPLAINT", true);

        colleagues.work(reference, given.get("facts"));
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("REVIEW_UPHELD");
    }

    @Test
    @Rule("8.8")
    void rule_8_8_a_signed_withdrawal_of_the_complaint_that_reaches_us_goes_to_the_force_and_closes_nothing() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);

        hand(reference, "LPB", "COMPLAINT", true);

        assertThat(waiting(reference)).containsExactlyInAnyOrder("TriageCase", "PassWithdrawalToForce");
        assertThat(complete(reference, "PassWithdrawalToForce")).isEqualTo(204);
        assertThat(waiting(reference)).containsExactly("TriageCase");
        assertThat(withdrawals.of(reference).get(0).passedOn()).isEqualTo(now.today());
        colleagues.work(reference, given.get("facts"));
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("REVIEW_UPHELD");
    }

    @Test
    @Rule("8.7")
    void rule_8_7_an_unsigned_notice_is_asked_about_and_the_review_goes_on() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);

        hand(reference, "LPB", "COMPLAINT", false);

        assertThat(complete(reference, "PassWithdrawalToForce")).isEqualTo(204);
        assertThat(complete(reference, "AskAboutWithdrawal")).isEqualTo(204);
        assertThat(clocks.dueOn(ReviewClocks.WITHDRAWAL_REPLY.of(reference, 1)))
                .contains(now.today().plusDays(28));
        assertThat(waiting(reference)).containsExactlyInAnyOrder("TriageCase", "RecordWithdrawalReply");
        assertThat(complete(reference, "RecordWithdrawalReply")).isEqualTo(204);
        assertThat(clocks.isRunning(ReviewClocks.WITHDRAWAL_REPLY.of(reference, 1))).isFalse();
        colleagues.work(reference, given.get("facts"));
        assertThat(desk.caseFile(reference).get("path").asText()).isEqualTo("REVIEW_UPHELD");
        assertThat(desk.caseFile(reference).get("letters").toString()).contains("\"N2\"");
    }

    @Test
    @Rule("8.1")
    void a_signed_answer_to_the_question_withdraws_the_review() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);
        hand(reference, "LPB", "REVIEW", false);
        complete(reference, "AskAboutWithdrawal");

        int status = submit(
                reference,
                "RecordWithdrawalReply",
                Map.of("receivedOn", now.today().toString(), "withdrawalReply", "SIGNED", "signedBy", "COMPLAINANT"));

        assertThat(status).isEqualTo(204);
        closesAsWithdrawn(reference, given);
    }

    @Test
    @Rule("8.7")
    void silence_ends_nothing_until_a_person_decides_with_reasons() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);
        hand(reference, "LPB", "REVIEW", false);
        complete(reference, "AskAboutWithdrawal");
        timePasses(reference, "Timer_WithdrawalReplyOverdue");

        assertThat(waiting(reference)).containsExactlyInAnyOrder("TriageCase", "DecideOnSilence");
        assertThat(submit(reference, "DecideOnSilence", Map.of("silenceMeans", "WITHDRAWN"))).isEqualTo(422);
        assertThat(submit(
                        reference,
                        "DecideOnSilence",
                        Map.of("silenceMeans", "WITHDRAWN", "reason", "The applicant also told us so by phone.")))
                .isEqualTo(204);

        closesAsWithdrawn(reference, given);
        assertThat(n14(reference)).contains("No answer came").doesNotContain("signed notice reached");
    }

    @Test
    void a_person_may_decide_that_silence_means_nothing() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);
        hand(reference, "FORCE", "COMPLAINT", false);
        complete(reference, "AskAboutWithdrawal");
        timePasses(reference, "Timer_WithdrawalReplyOverdue");
        complete(reference, "DecideOnSilence");

        assertThat(waiting(reference)).containsExactly("TriageCase");
    }

    @Test
    void a_signed_notice_settles_the_question_about_an_unsigned_one() throws IOException {
        JsonNode given = application("A05");
        String reference = upTo("TriageCase", given);
        hand(reference, "LPB", "REVIEW", false);
        complete(reference, "AskAboutWithdrawal");

        hand(reference, "LPB", "REVIEW", true);

        assertThat(waiting(reference)).containsExactly("ApproveLetters");
        assertThat(running(reference)).containsExactly("DECISION_TARGET");
        closesAsWithdrawn(reference, given);
    }

    @Test
    void a_question_about_a_withdrawal_ends_with_the_case() throws IOException {
        JsonNode given = application("A02");
        String reference = upTo("CloseCase", given);
        // came in before the decision, still unanswered when the case closes
        hand(reference, "LPB", "COMPLAINT", true);

        complete(reference, "CloseCase");

        assertThat(waiting(reference)).isEmpty();
        assertThat(instances(reference)).isZero();
    }

    private JsonNode application(String id) throws IOException {
        for (JsonNode given : json.readTree(getClass().getResource("/applications.json"))) {
            if (given.get("id").asText().equals(id)) {
                return given;
            }
        }
        throw new AssertionError("No application " + id);
    }

    /** A case of the application, worked up to a step. */
    private String upTo(String step, JsonNode given) {
        String reference = desk.apply(given.get("application"));
        ObjectNode settled = given.get("facts").deepCopy();
        settled.remove(List.of("allegations", "measures"));
        ObjectNode papers = json.createObjectNode();
        papers.put("receivedOn", now.today().toString());
        papers.set("facts", settled);
        assertThat(desk.post("intake", "/api/cases/" + reference.replace('/', '-') + "/papers", papers).status())
                .isEqualTo(201);
        colleagues.work(reference, given.get("facts"), step);
        assertThat(waiting(reference)).contains(step);
        return reference;
    }

    private void hand(String reference, String receivedBy, String scope, boolean signed) {
        ObjectNode notice = json.createObjectNode()
                .put("receivedOn", now.today().toString())
                .put("receivedBy", receivedBy)
                .put("scope", scope)
                .put("signed", signed)
                .put("text", "I do not want to go on with this.");
        if (signed) {
            notice.put("signedBy", "COMPLAINANT");
        }
        Desk.Answer answer = desk.post("intake", "/api/cases/" + reference.replace('/', '-') + "/withdrawals", notice);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private void closesAsWithdrawn(String reference, JsonNode given) {
        List<String> done = colleagues.work(reference, given.get("facts"));
        assertThat(done).containsExactly("ApproveLetters");
        JsonNode file = desk.caseFile(reference);
        assertThat(file.get("path").asText()).isEqualTo("WITHDRAWN");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(file.get("outcome").isNull()).isTrue();
        assertThat(drafts(reference)).isEmpty();
        assertThat(running(reference)).isEmpty();
        assertThat(file.get("letters").findValuesAsText("kind")).contains("N14");
        assertThat(instances(reference)).isZero();
    }

    private List<String> waiting(String reference) {
        Set<String> seen = new HashSet<>();
        List<String> steps = new ArrayList<>();
        for (String account : List.of("caseworker1", "officer1", "manager")) {
            desk.waiting(account, reference).stream()
                    .filter(step -> seen.add(step.id()))
                    .forEach(step -> steps.add(step.step()));
        }
        return steps.stream().distinct().toList();
    }

    private int complete(String reference, String step) {
        Waiting waiting = find(reference, step);
        return desk.submit(colleagues.who(waiting), waiting, colleagues.answers(waiting, null)).status();
    }

    private int submit(String reference, String step, Map<String, ?> answers) {
        Waiting waiting = find(reference, step);
        return desk.submit(colleagues.who(waiting), waiting, answers).status();
    }

    private Waiting find(String reference, String step) {
        return List.of("caseworker1", "officer1", "manager").stream()
                .flatMap(account -> desk.waiting(account, reference).stream())
                .filter(waiting -> waiting.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " does not wait; what waits: " + waiting(reference)));
    }

    private JsonNode shown(Waiting step, String account) {
        return desk.get(account, "/engine-rest/task/" + step.id() + "/form-variables").body();
    }

    private void timePasses(String reference, String timer) {
        List<Job> due = jobs.createJobQuery().activityId(timer).timers().list().stream()
                .filter(job -> reference.equals(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .toList();
        assertThat(due).hasSize(1);
        jobs.executeJob(due.get(0).getId());
    }

    private List<String> drafts(String reference) {
        return letters.of(reference).stream()
                .filter(letter -> letter.status().name().equals("DRAFT"))
                .map(letter -> letter.kind() + " " + letter.to().role())
                .sorted()
                .toList();
    }

    private String n14(String reference) {
        return letters.of(reference).stream()
                .filter(letter -> letter.kind().code().equals("N14") && letter.to().role().name().equals("APPLICANT"))
                .map(letter -> letters.text(letter.id()))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s+", " ");
    }

    private List<String> running(String reference) {
        return clocks.of(reference).stream()
                .filter(clock -> List.of("RUNNING", "STOPPED").contains(clock.state().name()))
                .map(clock -> clock.clock().name())
                .toList();
    }

    private long instances(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .count();
    }
}
