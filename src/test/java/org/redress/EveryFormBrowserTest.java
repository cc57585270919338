package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redress.clock.Now;
import org.redress.desk.Attention;
import org.redress.desk.Escalations;
import org.redress.letter.Outbox;
import org.redress.testing.Chromium;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.redress.testing.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Shows every form of the house in Tasklist's own renderer, each on a case that has come to that step. */
@RedressTest
class EveryFormBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Now now;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Attention attention;

    @Autowired
    private Outbox outbox;

    private final Set<String> seen = new TreeSet<>();

    @Test
    void every_form_shows_all_its_questions_in_tasklist() throws IOException {
        Desk desk = new Desk(port, json, jobs);
        Colleagues colleagues = new Colleagues(desk, now.today());
        try (Tasklist tasklist = new Tasklist(chromium.browser(), port)) {
            // somebody keeps calling: raised to the officers
            String called = open(desk, "A31");
            escalations.noteRepeatContact(called, "The sixth call this week.", "caseworker1");
            attention.look(called);
            walk(desk, colleagues, tasklist, called, given("A31").get("facts"));
            // upheld, escalated, letters sent back once; papers, target and reply overdue; the reply refuses
            walk(desk, colleagues, tasklist, open(desk, "A05"), given("A05").get("facts"));
            // late: the applicant is asked; refused; no review
            walk(desk, colleagues, tasklist, open(desk, "A33"), given("A33").get("facts"));
            walk(desk, colleagues, tasklist, open(desk, "A28"), given("A28").get("facts"));
            // for the IOPC, for another body
            walk(desk, colleagues, tasklist, open(desk, "A23"), given("A23").get("facts"));
            walk(desk, colleagues, tasklist, open(desk, "A36"), given("A36").get("facts"));
            // indications of withdrawal that end nothing by themselves
            for (boolean signed : new boolean[] {true, false}) {
                String reference = open(desk, "A01");
                ObjectNode notice = json.createObjectNode()
                        .put("receivedOn", now.today().toString())
                        .put("receivedBy", "LPB")
                        .put("scope", "COMPLAINT")
                        .put("signed", signed);
                if (signed) {
                    notice.put("signedBy", "COMPLAINANT");
                }
                desk.post("intake", "/api/cases/" + reference.replace('/', '-') + "/withdrawals", notice);
                walk(desk, colleagues, tasklist, reference, given("A01").get("facts"));
            }
            // nobody knows where the acknowledgement is to go
            String nowhere = open(desk, "A01", applicant -> applicant
                    .putNull("email")
                    .put("preferredContact", "POST")
                    .put("phone", "020 7946 0000")
                    .putArray("postalAddress"));
            workOne(desk, colleagues, nowhere, "AcknowledgeApplication");
            outbox.trySendNow();
            walk(desk, colleagues, tasklist, nowhere, given("A01").get("facts"));
        }
        assertThat(seen).isEqualTo(formsOnDisk());
    }

    private void workOne(Desk desk, Colleagues colleagues, String reference, String step) {
        desk.letTheEngineWork();
        Desk.Waiting waiting = desk.waiting("caseworker1", reference).stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
        Desk.Answer answer = desk.submit(colleagues.who(waiting), waiting, colleagues.answers(waiting, json.createObjectNode()));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(204);
    }

    /** Works a case to its end or to its wait, looks at each form that was not seen before, and fires timers on the way. */
    private void walk(Desk desk, Colleagues colleagues, Tasklist tasklist, String reference, JsonNode facts) {
        Set<String> sentBack = new TreeSet<>();
        for (int round = 0; round < 60; round++) {
            desk.letTheEngineWork();
            List<Desk.Waiting> waiting = Stream.of("caseworker1", "officer1", "manager")
                    .flatMap(account -> desk.waiting(account, reference).stream())
                    .distinct()
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            waiting.stream().filter(step -> seen.add(step.step())).forEach(step -> look(tasklist, colleagues.who(step), step));
            Desk.Waiting next = waiting.get(0);
            boolean timed = Set.of("ObtainPapers", "RecordWithdrawalReply", "RecordAnswer").contains(next.step());
            boolean overdue = timed && sentBack.add("timer of " + next.step())
                    // the reply is chased first and directed after that
                    || next.step().equals("RecordReply") && (sentBack.add("chase") || sentBack.add("direction"));
            if (overdue) {
                fireTimers(reference);
                continue;
            }
            if (next.step().equals("RecordAnswer")) {
                return;
            }
            Map<String, Object> answers = colleagues.answers(next, facts);
            if (next.step().equals("TriageCase")) {
                answers.put("deathOrSeriousInjury", true);
            }
            if (next.step().equals("ApproveLetters") && sentBack.add("letters")) {
                answers.put("approved", "NO");
                answers.put("amendments", "Say in the first line what we decided.");
            }
            if (next.step().equals("RecordReply") && sentBack.add("more time")) {
                answers.clear();
                answers.put("receivedOn", now.today().toString());
                answers.put("replyKind", "MORE_TIME");
                answers.put("moreTimeUntil", now.today().plusDays(60).toString());
            } else if (next.step().equals("RecordReply")) {
                answers.put("replyAnswer", "NOT_ACCEPTED");
            }
            Desk.Answer answer = desk.submit(colleagues.who(next), next, answers);
            assertThat(answer.status()).as("%s: %s", next.step(), answer.raw().body()).isEqualTo(204);
        }
        throw new AssertionError("The case " + reference + " does not come to an end");
    }

    private void look(Tasklist tasklist, String account, Desk.Waiting step) {
        Page page = tasklist.open(account, step);
        try {
            Locator form = tasklist.form(page);
            form.waitFor();
            assertThat(form.innerText()).doesNotContain("{{", "not supported", "null", "undefined");
            assertThat(page.getByText("not supported").count()).isZero();
            for (String key : questions(step.step())) {
                assertThat(form.locator("[id*='Field_" + key + "']").count())
                        .as("the question %s of %s", key, step.step())
                        .isPositive();
            }
            Tasklist.picture(page, "form-" + step.step());
        } catch (RuntimeException | AssertionError | IOException e) {
            throw new AssertionError(
                    "The form " + step.step() + " does not show in Tasklist as it should; see "
                            + Tasklist.picture(page, "form-" + step.step()),
                    e);
        }
    }

    private void fireTimers(String reference) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list()) {
            for (Job timer : jobs.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
                jobs.executeJob(timer.getId());
            }
        }
    }

    /** The keys of the questions that the form asks whatever has been answered so far. */
    private List<String> questions(String step) throws IOException {
        JsonNode form = json.readTree(Tasklist.form(step).toFile());
        return form.findParents("key").stream()
                .filter(component -> !component.has("conditional"))
                .filter(component -> !Set.of("taglist", "checklist").contains(component.get("type").asText()))
                .map(component -> component.get("key").asText())
                .toList();
    }

    private String open(Desk desk, String id) throws IOException {
        return open(desk, id, applicant -> {});
    }

    private String open(Desk desk, String id, Consumer<ObjectNode> change) throws IOException {
        JsonNode given = given(id);
        change.accept((ObjectNode) given.get("application").get("applicant"));
        String reference = desk.apply(given.get("application"));
        ObjectNode settled = given.get("facts").deepCopy();
        settled.remove(List.of("allegations", "measures"));
        ObjectNode papers = json.createObjectNode().put("receivedOn", now.today().toString());
        papers.set("facts", settled);
        desk.post("intake", "/api/cases/" + reference.replace('/', '-') + "/papers", papers);
        return reference;
    }

    private JsonNode given(String id) throws IOException {
        for (JsonNode application : json.readTree(getClass().getResource("/applications.json"))) {
            if (application.get("id").asText().equals(id)) {
                return application;
            }
        }
        throw new AssertionError("There is no application " + id);
    }

    private static Set<String> formsOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.replace(".form", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
