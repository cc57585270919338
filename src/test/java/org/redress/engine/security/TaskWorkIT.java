package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.people.Conflicts;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Work on a task through the engine's REST API, as each role. */
@RedressTest
class TaskWorkIT {

    private final TaskService tasks;
    private final Conflicts conflicts;
    private final DoorCheckProcess process;

    @LocalServerPort
    private int port;

    @Autowired
    TaskWorkIT(RepositoryService repository, RuntimeService runtime, TaskService tasks, Conflicts conflicts) {
        this.conflicts = conflicts;
        this.tasks = tasks;
        this.process = DoorCheckProcess.deployed(repository, runtime, tasks);
    }

    private String task;

    @BeforeEach
    void a_task_for_caseworkers() {
        task = process.taskFor("caseworkers");
    }

    @Test
    void a_caseworker_sees_a_task_of_the_group_with_its_form_claims_and_completes_it() {
        Caller caseworker = Caller.as("caseworker1", port);

        assertThat(caseworker.get("/engine-rest/task?taskDefinitionKey=Task_LookAtIt").body()).contains(task);
        assertThat(caseworker.get("/engine-rest/task/" + task + "/deployed-form").body()).contains("I have seen it");
        assertThat(caseworker.get("/engine-rest/task/" + task + "/form-variables").statusCode()).isEqualTo(200);
        assertThat(claim("caseworker1", "caseworker1")).isEqualTo(204);
        assertThat(submit("caseworker1")).isEqualTo(204);

        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void what_a_colleague_has_in_hand_can_be_neither_completed_nor_taken() {
        claim("caseworker1", "caseworker1");

        assertThat(submit("caseworker2")).isBetween(400, 499);
        assertThat(Caller.as("caseworker2", port).post("/engine-rest/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(403);
        assertThat(claim("caseworker2", "caseworker2")).isBetween(400, 499);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("caseworker1");
    }

    @Test
    void nobody_but_a_manager_puts_a_task_into_the_hands_of_another() {
        assertThat(claim("caseworker1", "caseworker2")).isBetween(400, 499);
        assertThat(assign("caseworker1", "caseworker2")).isEqualTo(403);
        assertThat(assign("officer1", "caseworker2")).isEqualTo(403);
        assertThat(assign("manager", "caseworker2")).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("caseworker2");
    }

    @Test
    void a_task_can_be_put_back_by_whoever_has_it_and_no_longer_once_it_went_to_somebody_else() {
        claim("caseworker1", "caseworker1");
        assertThat(Caller.as("caseworker1", port).post("/engine-rest/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(204);
        claim("caseworker2", "caseworker2");

        assertThat(Caller.as("caseworker1", port).post("/engine-rest/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_has_a_conflict_of_interest_can_neither_claim_nor_get_nor_complete_a_step_of_the_case() {
        claim("caseworker1", "caseworker1");
        conflicts.bar("RV/2019/000042P", "caseworker1", "Knows the applicant", "officer1");
        try {
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
            assertThat(submit("caseworker1")).isBetween(400, 499);
            assertThat(claim("caseworker1", "caseworker1")).isBetween(400, 499);
            assertThat(assign("manager", "caseworker1")).isBetween(400, 499);
            assertThat(claim("caseworker2", "caseworker2")).isEqualTo(204);
        } finally {
            conflicts.lift("RV/2019/000042P", "caseworker1", "Test over", "manager");
        }
    }

    @Test
    void a_manager_sees_every_task_and_completes_none_that_is_not_theirs() {
        assertThat(Caller.as("manager", port).get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);
        assertThat(submit("manager")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "private-office"})
    void whoever_is_not_in_the_group_neither_finds_the_task_nor_opens_or_completes_it(String account) {
        Caller other = Caller.as(account, port);

        assertThat(other.get("/engine-rest/task").body()).doesNotContain(task);
        assertThat(other.get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
        assertThat(other.get("/engine-rest/task/" + task + "/form-variables").statusCode()).isEqualTo(403);
        assertThat(other.get("/engine-rest/task/" + task + "/deployed-form").statusCode()).isEqualTo(403);
        assertThat(submit(account)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin", "intake"})
    void owners_administrators_and_machines_have_no_door_to_tasks_at_all(String account) {
        Caller other = Caller.as(account, port);

        assertThat(other.get("/engine-rest/task").statusCode()).isEqualTo(403);
        assertThat(other.get("/engine-rest/task/" + task).statusCode()).isEqualTo(403);
        assertThat(other.get("/engine-rest/process-instance").statusCode()).isEqualTo(403);
        assertThat(other.get("/engine-rest/history/process-instance").statusCode()).isEqualTo(403);
        assertThat(other.get("/engine-rest/variable-instance").statusCode()).isEqualTo(403);
        assertThat(submit(account)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POST /complete {}",
        "POST /resolve {}",
        "POST /delegate {\"userId\":\"caseworker2\"}",
        "PUT /variables/handlingGroup {\"value\":\"reviews-officers\",\"type\":\"String\"}",
        "POST /variables {\"modifications\":{}}",
        "PUT /localVariables/x {\"value\":1}",
        "POST /bpmnError {\"errorCode\":\"x\"}",
        "POST /comment/create {\"message\":\"prose\"}",
        "POST /attachment/create {}",
        "POST /identity-links {\"userId\":\"caseworker2\",\"type\":\"candidate\"}",
        "PUT / {\"name\":\"other\"}",
    })
    void there_is_no_road_around_the_form(String road) {
        String[] parts = road.split(" ", 3);
        String path = "/engine-rest/task/" + task + (parts[1].equals("/") ? "" : parts[1]);

        assertThat(Caller.as("caseworker1", port).call(parts[0], path, parts[2]).statusCode()).isEqualTo(403);
        assertThat(Caller.as("manager", port).call(parts[0], path, parts[2]).statusCode()).isEqualTo(403);
    }

    private int claim(String account, String forWhom) {
        return Caller.as(account, port)
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + forWhom + "\"}")
                .statusCode();
    }

    private int assign(String account, String toWhom) {
        return Caller.as(account, port)
                .post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"" + toWhom + "\"}")
                .statusCode();
    }

    private int submit(String account) {
        return Caller.as(account, port)
                .post("/engine-rest/task/" + task + "/submit-form", "{\"variables\":{\"seen\":{\"value\":true}}}")
                .statusCode();
    }
}
