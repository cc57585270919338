package org.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import formdoor.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A step whose form has no record, and a question that a record does not know. */
@DoorHouse
class RecordedStepIT {

    private static final AtomicInteger CASES = new AtomicInteger();
    private static final String FURTHER =
            """
            "components": [
              { "type": "checkbox", "id": "Field_logSeen", "key": "logSeen", "label": "I have seen the log" },
              { "type": "textarea", "id": "Field_remark", "key": "remark", "label": "Anything else?" },
            """;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate tables;

    @Autowired
    private DeployedStepsCheck startUp;

    private DoorDriver trial;
    private String reference;
    private String task;

    @BeforeEach
    void start() {
        trial = new DoorDriver(engine, tables);
        trial.signOut();
        if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("NoteTrial").count() == 0) {
            deploy(read("NoteTrial.bpmn"), read("NoteLog.form"), read("CheckReport.form").replace("\"components\": [", FURTHER));
        }
        reference = "TR/2026/N" + CASES.incrementAndGet();
        engine.getRuntimeService().startProcessInstanceByKey("NoteTrial", reference, Map.of("caseReference", reference));
        task = next().getId();
        trial.signIn("officer1");
    }

    @AfterEach
    void leave() {
        Reports.BARRED.clear();
        Reports.together = null;
        trial.signOut();
    }

    @Test
    void every_question_is_kept_as_it_was_asked_with_the_answer_in_words() {
        trial.submit(task, everything());

        assertThat(kept()).extracting("task", "name", "question", "words", "person").containsExactly(
                tuple("Task_NoteLog", "Note the log", "What does the log say?", "All quiet", "officer1"),
                tuple("Task_NoteLog", "Note the log", "The log is complete", "Yes", "officer1"),
                tuple("Task_NoteLog", "Note the log", "Which log is it?", "Stop & search", "officer1"),
                tuple("Task_NoteLog", "Note the log", "What is it about?", "Use of force; Delay", "officer1"),
                tuple("Task_NoteLog", "Note the log", "How many pages?", "12", "officer1"),
                tuple("Task_NoteLog", "Note the log", "From which day?", "2 March 2026", "officer1"),
                tuple("Task_NoteLog", "Note the log", "What did it cost?", "12.5", "officer1"),
                tuple("Task_NoteLog", "Note the log", "When was it made?", "2 July 2026 at 10:30", "officer1"),
                tuple("Task_NoteLog", "Note the log", "How did it come?", "By post", "officer1"));
    }

    @Test
    void the_procedure_learns_the_declared_facts_alone_and_goes_its_way_by_them() {
        trial.submit(task, everything());

        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "logComplete", "logKind", "logTopics", "logPages", "logFrom")
                .containsEntry("logComplete", true)
                .containsEntry("logKind", "STOP")
                .containsEntry("logTopics", List.of("FORCE", "DELAY"))
                .containsEntry("logPages", 12L)
                .containsEntry("logFrom", "2026-03-02");
        assertThat(next().getTaskDefinitionKey()).isEqualTo("Task_CheckReport");
    }

    @Test
    void a_question_left_empty_is_kept_as_not_answered_and_a_hidden_one_was_never_asked() {
        trial.submit(task, Map.of("remarks", "All quiet"));

        assertThat(kept()).hasSize(10).filteredOn(row -> row.get("key").equals("missing")).singleElement()
                .satisfies(row -> assertThat(row.get("words")).isNull());
        assertThat(kept()).filteredOn(row -> row.get("key").equals("logComplete")).extracting("words").containsExactly("No");
        assertThat(trial.variables(task)).containsEntry("logComplete", false).containsEntry("logKind", null).containsEntry("logTopics", List.of());
        assertThat(next()).as("the log is not complete").isNull();
    }

    @Test
    void hostile_text_of_a_hundred_thousand_characters_is_kept_whole_and_stays_out_of_the_engine() {
        String secret = "Plover" + System.nanoTime();
        String hostile = secret + " \ud83d\ude00 \u05e9\u05dc\u05d5\u05dd '; drop table app.kept_trial; -- ${7*7} <script>";
        String words = hostile + "x".repeat(100_000 - hostile.length());
        trial.submit(task, Map.of("remarks", words));

        assertThat(kept().get(0)).containsEntry("words", words);
        assertThat(trial.engineTablesWith(secret)).isEmpty();
        assertThat(trial.variables(task).values()).doesNotContain(words);
    }

    @Test
    void the_deployed_form_is_held_to_as_in_every_step() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("logComplete", true);
        answers.put("missing", "Page 3");
        answers.put("logKind", "DIARY");
        answers.put("logPages", "1.5");
        answers.put("logFrom", "31/02/2026");
        answers.put("verdict", "UPHELD");
        answers.put("caseReference", "TR/2026/1");
        assertThatThrownBy(() -> trial.submit(task, answers)).isInstanceOfSatisfying(AnswersRefused.class, refused ->
                assertThat(refused.faults()).extracting(AnswersRefused.Fault::field)
                        .containsExactly("caseReference", "verdict", "remarks", "missing", "logKind", "logPages", "logFrom"));
        assertThatThrownBy(() -> trial.submit(task, Map.of("remarks", "a\0b"))).isInstanceOf(AnswersRefused.class);
        nothingHappened();
    }

    @Test
    void what_the_file_cannot_keep_leaves_the_step_as_it_was() {
        assertThatThrownBy(() -> trial.submit(task, Map.of("remarks", "Break"))).hasMessageContaining("The file broke");
        nothingHappened();
    }

    @Test
    void a_bar_and_the_holder_and_the_closed_roads_count_as_in_every_step() {
        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("logComplete", true))).isInstanceOf(RoadClosed.class);
        Reports.BARRED.add("officer1");
        assertThatThrownBy(() -> trial.submit(task, everything())).isInstanceOf(StepBarred.class);
        Reports.BARRED.clear();
        nothingHappened();
        engine.getTaskService().claim(task, "officer1");
        trial.signIn("officer2");
        assertThatThrownBy(() -> trial.submit(task, everything())).isInstanceOf(StepNotYours.class);
        trial.signOut();
        assertThatThrownBy(() -> trial.submit(task, everything())).isInstanceOf(NotSignedIn.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void of_two_people_at_once_one_is_kept_and_the_other_is_told_who() throws Exception {
        Reports.together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Throwable>> ends = new ArrayList<>();
            for (String person : List.of("officer1", "officer2")) {
                ends.add(people.submit(() -> {
                    trial.signIn(person);
                    return catchThrowable(() -> trial.submit(task, Map.of("remarks", "By " + person)));
                }));
            }
            List<Throwable> losses = new ArrayList<>();
            for (Future<Throwable> end : ends) {
                if (end.get() != null) {
                    losses.add(end.get());
                }
            }
            String winner = (String) kept().get(0).get("person");
            assertThat(kept()).hasSize(10).extracting("person").containsOnly(winner);
            assertThat(kept().get(0)).containsEntry("words", "By " + winner);
            assertThat(losses).singleElement().isInstanceOfSatisfying(StepTaken.class, taken -> assertThat(taken.completedBy()).contains(winner));
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void a_further_question_on_a_step_with_java_is_kept_beside_what_the_record_takes() {
        trial.submit(task, everything());
        Task check = next();
        engine.getIdentityService().setAuthentication("checker1", List.of("checkers"));
        trial.submit(check.getId(), Map.of("sound", "YES", "logSeen", true, "remark", "The stamp is blurred"));

        assertThat(kept()).filteredOn(row -> row.get("task").equals("Task_CheckReport")).extracting("key", "question", "words", "person")
                .containsExactly(
                        tuple("logSeen", "I have seen the log", "Yes", "checker1"),
                        tuple("remark", "Anything else?", "The stamp is blurred", "checker1"));
        assertThat(trial.variables(task)).containsEntry("logSeen", true).doesNotContainKeys("remark", "sound");
    }

    @Test
    void the_form_of_a_step_without_java_shows_its_own_words_alone() {
        assertThat(engine.getFormService().getTaskFormVariables(task)).containsOnlyKeys("caseReference").containsEntry("caseReference", reference);
    }

    @Test
    void what_runs_without_java_passes_the_check_at_start_up() {
        trial.signOut();
        assertThatCode(() -> startUp.run(null)).doesNotThrowAnyException();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("\"label\": \"What does the log say?\"", "\"label\": \"=words\"", "'remarks': its label must be the question in plain words"),
                fault("\"key\": \"missing\",", "\"key\": \"missing\", \"readonly\": true,", "'missing': it can only be read, so nobody answers it"),
                fault("\"label\": \"How did it come?\",", "\"label\": \"How did it come?\", \"valuesKey\": \"roads\",",
                        "'handover': its choices must stand in the form, because nothing gives 'roads' to a step without Java"),
                fault("\"key\": \"handover\"", "\"key\": \"verdict\"",
                        "'verdict': 'verdict' is a fact that is set by Weigh the report; give the question another key, or name this step"),
                fault("\"key\": \"remarks\"", "\"key\": \"logText\"", "'logText': its answers do not fit the fact 'logText', which is a code"),
                fault("\"key\": \"cost\"", "\"key\": \"logText\"", "'logText': its answers do not fit the fact 'logText', which is a code"),
                fault("\"label\": \"How many pages?\", \"decimalDigits\": 0", "\"label\": \"How many pages?\"",
                        "'logPages': its answers do not fit the fact 'logPages', which is a whole number"),
                fault("\"value\": \"CUSTODY\"", "\"value\": \"a custody record\"", "'logKind': its answers do not fit the fact 'logKind', which is a code"),
                fault("\"type\": \"textarea\"", "\"type\": \"filepicker\"", "field 'remarks': components of type 'filepicker' are not allowed"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_question_that_cannot_be_kept_or_would_steer_what_is_not_its_own_is_not_deployed(String from, String to, String words) {
        String form = read("NoteLog.form");
        assertThat(form).contains(from);
        assertThat(catchThrowable(() -> deploy(read("NoteTrial.bpmn"), form.replace(from, to), read("CheckReport.form"))))
                .isInstanceOf(ParseException.class).hasMessageContaining("NoteTrial, step Task_NoteLog: ").hasMessageContaining(words);
    }

    private static Arguments fault(String from, String to, String words) {
        return Arguments.of(from, to, words);
    }

    private void deploy(String diagram, String note, String check) {
        engine.getRepositoryService().createDeployment().name("note trial")
                .addString("processes/formdoor/NoteTrial.bpmn", diagram)
                .addString("forms/formdoor/NoteLog.form", note)
                .addString("forms/formdoor/CheckReport.form", check)
                .deploy();
    }

    private static String read(String name) {
        return DoorDriver.read(name);
    }

    private static Map<String, Object> everything() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("remarks", "All quiet");
        answers.put("logComplete", true);
        answers.put("logKind", "STOP");
        answers.put("logTopics", List.of("FORCE", "DELAY"));
        answers.put("logPages", 12);
        answers.put("logFrom", "2026-03-02");
        answers.put("cost", 12.50);
        answers.put("made", "2026-07-02T09:30Z");
        answers.put("handover", "POST");
        return answers;
    }

    private Task next() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).singleResult();
    }

    private List<Map<String, Object>> kept() {
        return tables.queryForList("select * from app.kept_trial where case_reference = ?", reference);
    }

    private void nothingHappened() {
        assertThat(trial.isOpen(task)).isTrue();
        assertThat(trial.task(task).getAssignee()).isNull();
        assertThat(kept()).isEmpty();
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference");
    }
}
