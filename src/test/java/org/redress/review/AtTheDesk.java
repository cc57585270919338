package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.redress.clock.Now;
import org.redress.record.ActRecord;
import org.redress.record.RecordedAct;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the tests of the review's diagrams have in common: they work cases by the doors and forms that people use, on a day
 * of their own choosing, and look at what the case then shows.
 */
@RedressTest
public abstract class AtTheDesk {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final AtomicInteger COPIES = new AtomicInteger();

    @LocalServerPort
    protected int port;

    @Autowired
    protected ObjectMapper json;

    @Autowired
    protected ManagementService jobs;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected RepositoryService repository;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Now now;

    @Autowired
    protected ActRecord acts;

    @Autowired
    protected JdbcTemplate tables;

    protected Desk desk;

    @BeforeEach
    protected void sitDown() {
        desk = new Desk(port, json, jobs);
    }

    @AfterEach
    protected void backToTheRealDay() {
        ClockUtil.reset();
    }

    /** Makes it ten in the morning of a day, for house and engine alike. */
    protected void today(LocalDate day) {
        Instant ten = day.atTime(LocalTime.of(10, 0)).atZone(LONDON).toInstant();
        ClockUtil.offset(ten.toEpochMilli() - System.currentTimeMillis());
        assertThat(now.today()).isEqualTo(day);
    }

    protected void today(String day) {
        today(LocalDate.parse(day));
    }

    /** One of the thirty-six applications, under a force reference of its own. */
    protected ObjectNode application(String id) {
        ObjectNode application = given(id).get("application").deepCopy();
        ((ObjectNode) application.get("complaint")).put("forceReference", "PC/copy " + COPIES.incrementAndGet() + "/26");
        return application;
    }

    /** What the papers of that application reveal. */
    protected ObjectNode facts(String id) {
        return given(id).get("facts").deepCopy();
    }

    private JsonNode given(String id) {
        try {
            JsonNode all = json.readTree(getClass().getResource("/applications.json"));
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(given -> given.get("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands an application in on the London day after it says that it was received. */
    protected String apply(JsonNode application) {
        today(now.londonDay(Instant.parse(application.get("receivedAt").asText())).plusDays(1));
        return desk.apply(application);
    }

    /** Works a case in the way of the facts until one of the steps waits. */
    protected List<String> work(String reference, JsonNode facts, String... stopAt) {
        return new Colleagues(desk, now.today()).work(reference, facts, stopAt);
    }

    /** Hands in an application and works it until one of the steps waits; gives the reference. */
    protected String workTo(String step, String id) {
        String reference = apply(application(id));
        work(reference, facts(id), step);
        return reference;
    }

    /** The step that waits for somebody, as that person sees it. */
    protected Waiting step(String account, String reference, String step) {
        List<Waiting> waiting = desk.waiting(account, reference);
        return waiting.stream()
                .filter(found -> found.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " does not wait for " + account + ", but " + waiting));
    }

    /** The run of a diagram for a case, to be asked in the words of Camunda BPM Assert, also once it has ended. */
    protected ProcessInstance run(String reference, String diagram) {
        BpmnAwareTests.init(engine);
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(diagram)
                .singleResult();
    }

    /** The steps that wait for anybody. */
    protected List<String> waiting(String reference) {
        return tables.queryForList(
                        """
                        select t.task_def_key_ from act_ru_task t
                        join act_ru_execution p on p.id_ = t.proc_inst_id_ where p.business_key_ = ? order by 1
                        """,
                        String.class,
                        reference)
                .stream()
                .map(key -> key.replace("Task_", ""))
                .toList();
    }

    protected Answer submit(String account, String reference, String step, Map<String, ?> answers) {
        return desk.submit(account, step(account, reference, step), answers);
    }

    /** Completes a step and holds that it was taken. */
    protected void complete(String account, String reference, String step, Map<String, ?> answers) {
        Answer answer = submit(account, reference, step, answers);
        assertThat(answer.status()).as("%s: %s", step, answer.raw().body()).isEqualTo(204);
        desk.letTheEngineWork();
    }

    /** Completes the step that waits in the way of the facts, whoever has to. */
    protected void completeNext(String reference, JsonNode facts) {
        Colleagues colleagues = new Colleagues(desk, now.today());
        Answer answer = colleagues.complete(colleagues.next(reference), facts);
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(204);
        desk.letTheEngineWork();
    }

    /** What the form shows to a person. */
    protected JsonNode shown(String account, Waiting step) {
        return desk.get(account, "/engine-rest/task/" + step.id() + "/form-variables").body();
    }

    protected JsonNode file(String reference) {
        return desk.caseFile(reference);
    }

    protected Answer hand(String reference, String door, Object body) {
        return desk.post("intake", address(reference) + door, body);
    }

    protected static String address(String reference) {
        return "/api/cases/" + reference.replace('/', '-');
    }

    protected JsonNode clock(String reference, String name) {
        JsonNode clocks = desk.get("caseworker1", address(reference) + "/clocks").body();
        return StreamSupport.stream(clocks.spliterator(), false)
                .filter(clock -> clock.get("clock").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The case has no clock " + name + ": " + clocks));
    }

    protected LocalDate dueOn(String reference, String clock) {
        return LocalDate.parse(clock(reference, clock).get("dueOn").asText());
    }

    /** The clocks of a case that still run or stand still. */
    protected List<String> openClocks(String reference) {
        List<String> open = new ArrayList<>();
        for (JsonNode clock : desk.get("caseworker1", address(reference) + "/clocks").body()) {
            if (List.of("RUNNING", "STOPPED").contains(clock.get("state").asText())) {
                open.add(clock.get("clock").asText());
            }
        }
        return open;
    }

    /** The letters of a case as {@code N1 APPROVED}, in the order they were drafted. */
    protected List<String> letters(String reference) {
        List<String> letters = new ArrayList<>();
        file(reference)
                .get("letters")
                .forEach(letter -> letters.add(
                        letter.get("kind").asText() + " " + letter.get("status").asText()));
        return letters;
    }

    /** The newest letter of a kind as text. */
    protected String letter(String reference, String kind) {
        String id = null;
        for (JsonNode letter : file(reference).get("letters")) {
            if (letter.get("kind").asText().equals(kind)) {
                id = letter.get("id").asText();
            }
        }
        assertThat(id).as("a letter %s of %s", kind, reference).isNotNull();
        Answer answer = desk.get("caseworker1", address(reference) + "/letters/" + id, Map.of("Accept", "text/plain"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.raw().body();
    }

    /** What the timeline of a case tells, newest first. */
    protected List<String> timeline(String reference) {
        return acts.of(reference).stream().map(RecordedAct::summary).toList();
    }

    /** The timer of a case that an event of a diagram waits for. */
    protected Job timer(String reference, String event) {
        return timers(reference, event).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + event + " waits in " + reference));
    }

    protected List<Job> timers(String reference, String event) {
        List<Job> timers = new ArrayList<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().forEach(instance -> timers.addAll(
                jobs.createJobQuery().processInstanceId(instance.getId()).activityId(event).timers().list()));
        return timers;
    }

    /** Lets the day pass on which a clock runs out; the timer that waits for it fires. */
    protected void letPass(String reference, String clock, String event) {
        LocalDate due = dueOn(reference, clock);
        Job timer = timer(reference, event);
        BpmnAwareTests.init(engine);
        BpmnAwareTests.assertThat(timer).hasDueDate(Date.from(now.endOf(due)));
        today(due);
        assertThat(jobs.createJobQuery().jobId(timer.getId()).executable().count())
                .as("the timer fires on its due day already")
                .isZero();
        today(due.plusDays(1));
        assertThat(jobs.createJobQuery().jobId(timer.getId()).executable().count()).isOne();
        BpmnAwareTests.execute(timer);
        desk.letTheEngineWork();
    }

    /** The day on which a step is due, as the task list shows it. */
    protected LocalDate taskDue(String account, Waiting step) {
        String due = desk.get(account, "/engine-rest/task/" + step.id()).body().get("due").asText();
        return LocalDate.parse(due.substring(0, 10));
    }

    /** Gives a step to somebody, as a manager does. */
    protected void give(Waiting step, String account) {
        Answer answer = desk.post(
                "manager", "/engine-rest/task/" + step.id() + "/assignee", Map.of("userId", account));
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(204);
    }

    protected static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
