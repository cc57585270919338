package org.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import formdoor.Reports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DoorHouse
class FormDoorIT {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate tables;

    private DoorDriver trial;
    private TaskService tasks;
    private String task;

    @BeforeEach
    void start() {
        trial = new DoorDriver(engine, tables);
        tasks = engine.getTaskService();
        if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("DoorTrial").count() == 0) {
            trial.deploy();
        }
        task = trial.start();
        trial.signIn("officer1");
    }

    @AfterEach
    void leave() {
        Reports.BARRED.clear();
        Reports.together = null;
        trial.signOut();
    }

    @Test
    void answers_reach_the_step_and_only_routing_facts_reach_the_engine() {
        Map<String, Object> answers = DoorDriver.answers();
        answers.put("pages", 12);
        answers.put("cost", "12.50");
        answers.put("urgent", true);
        answers.put("receivedOn", "2026-03-02");
        answers.put("topics", SpinValues.jsonValue("[\"CUSTODY\",\"DRIVING\"]").create());
        answers.put("allocateTo", "officer2");
        answers.put("barred", List.of("officer1"));
        answers.put("barredBecause", "A friend");
        answers.put("email", "a@example.org");
        answers.put("code", "AB12");
        trial.submit(task, answers);

        assertThat(trial.isOpen(task)).isFalse();
        assertThat(trial.reports(trial.reference(task))).singleElement().satisfies(report -> {
            assertThat(report).containsEntry("person", "officer1").containsEntry("reason", "Because of what was seen");
            assertThat(report.get("answers")).asString().contains("pages=12", "cost=12.5", "urgent=true", "receivedOn=2026-03-02", "verdict=UPHELD",
                    "topics=[CUSTODY, DRIVING]", "allocateTo=officer2", "barred=[officer1]", "barredBecause=A friend", "forceName=Metropolitan Police");
        });
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "secret", "copies", "verdict", "urgent", "topicCodes")
                .containsEntry("verdict", "UPHELD").containsEntry("urgent", true).containsEntry("topicCodes", List.of("CUSTODY", "DRIVING"));
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(task).singleResult().getAssignee()).isEqualTo("officer1");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_words_of_the_form() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("title", "ab");
        answers.put("pages", -3);
        answers.put("receivedOn", "29/02/2023");
        answers.put("verdict", "MAYBE");
        answers.put("outcome", "UPHELD");
        answers.put("assignee", "officer2");
        answers.put("barred", List.of("officer1"));
        assertThatThrownBy(() -> trial.submit(task, answers)).isInstanceOfSatisfying(AnswersRefused.class, refused -> {
            assertThat(refused.faults()).extracting(AnswersRefused.Fault::field)
                    .containsExactly("assignee", "outcome", "title", "reason", "pages", "receivedOn", "verdict", "barred");
            assertThat(refused).hasMessageContaining("Reason: enter your answer.")
                    .hasMessageContaining("Title: enter at least 3 characters.")
                    .hasMessageContaining("Pages: enter 0 or more.")
                    .hasMessageContaining("When was it received? There is no 29 February 2023. Check the day and the month.")
                    .hasMessageContaining("Verdict: choose one of: Upheld, Not upheld.")
                    .hasMessageContaining("Barred staff: leave this out, it is not asked here.")
                    .hasMessageContaining("This form does not ask for 'outcome': leave it out.");
        });
        nothingHappened();
    }

    @Test
    void a_choice_must_be_one_that_the_step_gave() {
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("allocateTo", "caseworker9")))
                .isInstanceOf(AnswersRefused.class).hasMessage("Give to: choose one of: Officer One, Officer Two.");
        nothingHappened();
    }

    @Test
    void what_can_only_be_read_cannot_be_changed() {
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("forceName", "Another force")))
                .isInstanceOf(AnswersRefused.class).hasMessage("Force: leave this as it is, it cannot be changed here.");
        trial.submit(task, DoorDriver.with("forceName", "Metropolitan Police"));
        assertThat(trial.isOpen(task)).isFalse();
    }

    @Test
    void the_record_and_its_marks_have_a_say() {
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("pages", 13)))
                .isInstanceOf(AnswersRefused.class).hasMessage("Count the pages again.");
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("title", "x".repeat(35))))
                .isInstanceOf(AnswersRefused.class).hasMessage("Title: shorten this to 30 characters.");
        nothingHappened();
    }

    @Test
    void text_of_a_hundred_thousand_characters_is_kept_whole_and_stays_out_of_the_engine() {
        String secret = "Kestrel" + System.nanoTime();
        String reason = secret + " " + "x".repeat(100_000 - secret.length() - 1);
        trial.submit(task, DoorDriver.with("reason", reason));
        assertThat(trial.reports(trial.reference(task))).singleElement().satisfies(report -> assertThat(report).containsEntry("reason", reason));
        assertThat(trial.engineTablesWith(secret)).isEmpty();
    }

    @Test
    void emoji_and_right_to_left_text_are_kept_and_what_cannot_be_stored_is_refused() {
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("reason", "a\0b"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("Reason: take out");
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("reason", "a\ud83db"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("Reason: take out");
        nothingHappened();
        String reason = "\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd \u202e\u0645\u0631\u062d\u0628\u0627 '; drop table app.report; -- ${7*7} <script>";
        trial.submit(task, DoorDriver.with("reason", reason));
        assertThat(trial.reports(trial.reference(task))).singleElement().satisfies(report -> assertThat(report).containsEntry("reason", reason));
    }

    @Test
    void what_the_procedure_refuses_leaves_the_task_as_it_was() {
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("reason", "Refuse me")))
                .isInstanceOf(AnswersRefused.class).hasMessage("Reason: say more than that.");
        nothingHappened();
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("reason", "Own work")))
                .isInstanceOf(StepBarred.class).hasMessage("You wrote this report, so somebody else must weigh it.");
        nothingHappened();
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.with("reason", "Break me"))).hasMessageContaining("The step broke");
        nothingHappened();
        trial.submit(task, DoorDriver.answers());
        assertThat(trial.isOpen(task)).isFalse();
    }

    @Test
    void no_other_road_leads_past_the_door() {
        String execution = trial.task(task).getExecutionId();
        List<Callable<?>> roads = new ArrayList<>();
        Map<String, Object> forged = Map.of("verdict", "UPHELD");
        roads.add(() -> call(() -> tasks.complete(task)));
        roads.add(() -> call(() -> tasks.complete(task, forged)));
        roads.add(() -> tasks.completeWithVariablesInReturn(task, forged, true));
        roads.add(() -> call(() -> tasks.resolveTask(task)));
        roads.add(() -> call(() -> tasks.resolveTask(task, forged)));
        roads.add(() -> call(() -> tasks.delegateTask(task, "officer2")));
        roads.add(() -> call(() -> tasks.setVariable(task, "verdict", "UPHELD")));
        roads.add(() -> call(() -> tasks.setVariables(task, forged)));
        roads.add(() -> call(() -> tasks.setVariableLocal(task, "verdict", "UPHELD")));
        roads.add(() -> call(() -> tasks.setVariablesLocal(task, forged)));
        roads.add(() -> call(() -> tasks.removeVariable(task, "caseReference")));
        roads.add(() -> call(() -> tasks.handleBpmnError(task, "error", "words", forged)));
        roads.add(() -> call(() -> tasks.handleEscalation(task, "escalation", forged)));
        roads.add(() -> tasks.createComment(task, null, "words"));
        roads.add(() -> tasks.createAttachment("file", task, null, "name", "words", "http://example.org"));
        roads.add(() -> call(() -> engine.getRuntimeService().signal(execution)));
        roads.add(() -> call(() -> engine.getRuntimeService().signal(execution, forged)));
        roads.add(() -> call(() -> engine.getFormService().submitStartForm(trial.task(task).getProcessDefinitionId(), forged)));
        roads.add(() -> call(() -> {
            Task changed = trial.task(task);
            changed.setDelegationState(DelegationState.PENDING);
            tasks.saveTask(changed);
        }));
        for (Callable<?> road : roads) {
            assertThat(catchThrowable(road::call)).as("road %d", roads.indexOf(road)).isInstanceOf(RoadClosed.class);
        }
        nothingHappened();
    }

    @Test
    void a_failed_attempt_leaves_no_mark_that_opens_another_road() {
        catchThrowable(() -> trial.submit(task, DoorDriver.with("reason", "Break me")));
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(RoadClosed.class);
        assertThatThrownBy(() -> engine.getRuntimeService().signal(trial.task(task).getExecutionId())).isInstanceOf(RoadClosed.class);
        nothingHappened();
    }

    @Test
    void a_message_at_the_border_and_the_end_of_a_case_still_take_the_step_away() {
        Execution waiting = engine.getRuntimeService().createExecutionQuery()
                .messageEventSubscriptionName("Message_Stop").processInstanceId(trial.task(task).getProcessInstanceId()).singleResult();
        engine.getRuntimeService().messageEventReceived("Message_Stop", waiting.getId());
        assertThat(trial.isOpen(task)).isFalse();
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.answers())).isInstanceOfSatisfying(StepTaken.class, taken -> {
            assertThat(taken).hasMessageStartingWith("The case moved on without this step on ");
            assertThat(taken.completedBy()).isEmpty();
        });
        String other = trial.start();
        engine.getRuntimeService().deleteProcessInstance(trial.task(other).getProcessInstanceId(), "test");
        assertThat(trial.isOpen(other)).isFalse();
    }

    @Test
    void nobody_answers_unless_signed_in() {
        trial.signOut();
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.answers())).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> engine.getFormService().getTaskFormVariables(task)).isInstanceOf(NotSignedIn.class);
        nothingHappened();
    }

    @Test
    void a_step_that_somebody_holds_is_theirs() {
        tasks.claim(task, "officer1");
        trial.signIn("officer2");
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.answers())).isInstanceOf(StepNotYours.class).hasMessageStartingWith("This step is with officer1.");
        assertThatThrownBy(() -> tasks.claim(task, "officer2")).isInstanceOf(StepNotYours.class).hasMessageStartingWith("This step is with officer1.");
        assertThatThrownBy(() -> tasks.claim(task, "officer3")).isInstanceOf(StepNotYours.class).hasMessageStartingWith("You can claim a step for yourself only.");
        assertThat(trial.task(task).getAssignee()).isEqualTo("officer1");
    }

    @Test
    void a_bar_keeps_a_person_from_claim_assignment_and_completion() {
        Reports.BARRED.add("officer1");
        assertThatThrownBy(() -> tasks.claim(task, "officer1")).isInstanceOf(StepBarred.class)
                .hasMessage("officer1 is a cousin of the officer. officer2 can take this step.");
        assertThatThrownBy(() -> tasks.setAssignee(task, "officer1")).isInstanceOf(StepBarred.class);
        assertThatThrownBy(() -> tasks.addUserIdentityLink(task, "officer1", "assignee")).isInstanceOf(StepBarred.class);
        Task changed = trial.task(task);
        changed.setAssignee("officer1");
        assertThatThrownBy(() -> tasks.saveTask(changed)).isInstanceOf(StepBarred.class);
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.answers())).isInstanceOf(StepBarred.class);
        nothingHappened();
        tasks.setAssignee(task, "officer2");
        assertThat(trial.task(task).getAssignee()).isEqualTo("officer2");
    }

    @Test
    void of_two_people_at_once_one_wins_and_the_other_is_told_who_and_when() throws Exception {
        Reports.together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Throwable>> ends = new ArrayList<>();
            for (String person : List.of("officer1", "officer2")) {
                ends.add(people.submit(() -> {
                    trial.signIn(person);
                    return catchThrowable(() -> trial.submit(task, DoorDriver.with("reason", "By " + person)));
                }));
            }
            List<Throwable> losses = new ArrayList<>();
            for (Future<Throwable> end : ends) {
                if (end.get() != null) {
                    losses.add(end.get());
                }
            }
            String winner = (String) trial.reports(trial.reference(task)).get(0).get("person");
            assertThat(trial.reports(trial.reference(task))).hasSize(1);
            assertThat(losses).singleElement().isInstanceOfSatisfying(StepTaken.class, taken -> {
                assertThat(taken.completedBy()).contains(winner);
                assertThat(taken.completedAt()).isPresent();
                assertThat(taken.getMessage()).matches(winner + " completed this step on \\d+ \\w+ \\d{4} at \\d+:\\d\\d(am|pm)\\. Your answers were not saved\\.");
            });
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whoever_comes_later_is_told_too() {
        trial.submit(task, DoorDriver.answers());
        trial.signIn("officer2");
        assertThatThrownBy(() -> trial.submit(task, DoorDriver.answers())).isInstanceOf(StepTaken.class).hasMessageStartingWith("officer1 completed this step on ");
        assertThatThrownBy(() -> tasks.claim(task, "officer2")).isInstanceOf(StepTaken.class);
        assertThatThrownBy(() -> trial.submit("no-such-task", DoorDriver.answers())).isInstanceOf(StepUnknown.class);
    }

    @Test
    void a_form_shows_what_its_step_shows_and_the_engine_keeps_none_of_it() {
        VariableMap shown = engine.getFormService().getTaskFormVariables(task, null, false);
        assertThat(shown).containsOnlyKeys("caseReference", "casePage", "copies", "title", "reportWords", "pages", "urgent", "receivedOn", "topics", "staff", "forceName")
                .containsEntry("pages", 7).containsEntry("urgent", false).containsEntry("receivedOn", "2026-03-02");
        String reference = trial.reference(task);
        assertThat(shown).containsEntry("caseReference", reference).containsEntry("casePage", "/cases/" + reference.replace('/', '-')).containsEntry("copies", 3);
        assertThat(shown.getValue("reportWords", String.class)).doesNotContain("<", "*", "[");
        assertThat(engine.getFormService().getTaskFormVariables(task, List.of("pages", "secret"), true)).containsOnlyKeys("pages");
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "secret", "copies");
        assertThat(engine.getFormService().submitTaskFormWithVariablesInReturn(task, DoorDriver.answers(), true)).isEmpty();
    }

    @Test
    void with_the_engines_rights_on_a_group_may_answer_its_steps_and_others_may_not() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.setAuthorizationEnabled(true);
        configuration.setEnforceSpecificVariablePermission(true);
        try {
            String guarded = trial.start();
            // the coverage report, not the door, asks for the definition in the person's name
            Authorization definitions = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            definitions.setGroupId("weighers");
            definitions.setResource(Resources.PROCESS_DEFINITION);
            definitions.setResourceId("DoorTrial");
            definitions.addPermission(Permissions.READ);
            engine.getAuthorizationService().saveAuthorization(definitions);
            engine.getIdentityService().setAuthentication("stranger", List.of("others"));
            assertThatThrownBy(() -> engine.getFormService().getTaskFormVariables(guarded)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> trial.submit(guarded, DoorDriver.answers())).isInstanceOf(AuthorizationException.class);
            trial.signIn("officer1");
            assertThat(engine.getFormService().getTaskFormVariables(guarded)).containsEntry("pages", 7);
            trial.submit(guarded, DoorDriver.answers());
            trial.signOut();
            assertThat(trial.isOpen(guarded)).isFalse();
        } finally {
            configuration.setAuthorizationEnabled(false);
        }
    }

    @Test
    void an_old_version_of_the_procedure_keeps_its_old_form() {
        trial.deploy(Map.of("WeighReport.form", DoorDriver.read("WeighReport.form").replace("\"maxLength\": 40", "\"maxLength\": 5")));
        String newer = trial.start();
        trial.signIn("officer1");
        assertThatThrownBy(() -> trial.submit(newer, DoorDriver.answers())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Title: shorten this to 5 characters, it has 7.");
        trial.submit(task, DoorDriver.answers());
        assertThat(trial.isOpen(task)).isFalse();
        trial.deploy();
    }

    @Test
    void values_of_the_shapes_that_robots_send_are_understood() {
        Map<String, Object> answers = DoorDriver.answers();
        answers.put("urgent", "true");
        answers.put("pages", 12L);
        answers.put("topics", "[\"CUSTODY\"]");
        answers.put("barred", Variables.objectValue(new ArrayList<>(List.of("officer2"))).serializationDataFormat("application/json").create());
        answers.put("barredBecause", "A friend");
        answers.put("email", null);
        answers.put("code", "");
        trial.submit(task, answers);
        assertThat(trial.reports(trial.reference(task)).get(0).get("answers")).asString()
                .contains("pages=12,", "urgent=true", "topics=[CUSTODY]", "barred=[officer2]", "email=null", "code=null");
    }

    private void nothingHappened() {
        assertThat(trial.isOpen(task)).isTrue();
        assertThat(trial.reports(trial.reference(task))).isEmpty();
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "secret", "copies").containsEntry("secret", "42");
        assertThat(trial.task(task).getAssignee()).isNull();
        assertThat(trial.task(task).getDelegationState()).isNull();
    }

    private static Object call(Runnable road) {
        road.run();
        return null;
    }
}
