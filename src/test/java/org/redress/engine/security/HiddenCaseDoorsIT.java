package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the engine knows of a hidden case, asked for at every one of its doors by every role that may not know of it: because
 * the case is restricted to others, or because of a conflict of interest.
 */
@RedressTest
class HiddenCaseDoorsIT {

    private static final String REST = "/engine-rest";
    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    /** What hides a case from somebody. */
    enum Hidden {
        RESTRICTED,
        CONFLICT
    }

    private static final String APPLICATION = """
            {"channel": "EMAIL", "receivedAt": "2026-03-02T09:14:00Z", "applicant": {"fullName": "Hidden Applicant",
             "email": "hidden@example.org", "preferredContact": "EMAIL", "isComplainant": true}}
            """;

    /** The value of a variable of the case, and of no other. */
    private final String planted = "planted-" + UUID.randomUUID();

    private final Doors doors;
    private final CaseFiles cases;
    private final Conflicts conflicts;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FilterService filters;

    @LocalServerPort
    private int port;

    private String reference;
    private Map<String, String> ids;

    @Autowired
    HiddenCaseDoorsIT(
            Doors doors,
            CaseFiles cases,
            Conflicts conflicts,
            RuntimeService runtime,
            TaskService tasks,
            FilterService filters) {
        this.doors = doors;
        this.cases = cases;
        this.conflicts = conflicts;
        this.runtime = runtime;
        this.tasks = tasks;
        this.filters = filters;
    }

    @BeforeEach
    void a_case_with_something_to_find() {
        reference = newCase();
        List<ProcessInstance> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list();
        instances.forEach(instance -> runtime.setVariable(instance.getId(), "planted", planted));
        String task = tasks.createTaskQuery().processInstanceBusinessKey(reference).list().get(0).getId();
        String variable = runtime.createVariableInstanceQuery().variableName("planted")
                .processInstanceIdIn(instances.stream().map(ProcessInstance::getId).toArray(String[]::new)).list().get(0).getId();
        ids = Map.of("task", task, "process-instance", instances.get(0).getId(), "variable-instance", variable,
                "process-definition", instances.get(0).getProcessDefinitionId(),
                "filter", filters.createTaskFilterQuery().filterName("All work in hand").singleResult().getId());
    }

    @ParameterizedTest
    @CsvSource({
        "RESTRICTED, caseworker1, caseworkers", "RESTRICTED, officer1, reviews-officers", "RESTRICTED, manager, reviews-managers",
        "RESTRICTED, owner, process-owners", "RESTRICTED, private-office, private-office", "RESTRICTED, intake, intake-clients",
        "RESTRICTED, admin, camunda-admin",
        "CONFLICT, caseworker1, caseworkers", "CONFLICT, officer1, reviews-officers", "CONFLICT, manager, reviews-managers",
        "CONFLICT, owner, process-owners", "CONFLICT, private-office, private-office", "CONFLICT, intake, intake-clients",
        "CONFLICT, admin, camunda-admin",
    })
    void no_door_gives_anything_of_it_to_whoever_may_not_know_of_it(Hidden by, String account, String group) {
        hide(by, reference, account);
        Person person = new Person(account, port);
        List<String> given = new ArrayList<>();
        for (String door : EngineApi.doors()) {
            String method = door.split(" ")[0];
            String path = withIds(door.split(" ")[1]);
            if ((method.equals("GET") || method.equals("POST")) && doors.open(method, WEB + path, Set.of(group))) {
                person.ask(method, path).stream().filter(this::tells).forEach(answer -> given.add(door + ": " + answer.body()));
            }
        }
        for (String asked : List.of("processInstanceBusinessKey=" + reference, "businessKey=" + reference,
                "processInstanceId=" + ids.get("process-instance"), "taskId=" + ids.get("task"))) {
            for (String path : List.of("/task", "/process-instance", "/job", "/incident", "/history/task", "/history/user-operation",
                    "/history/decision-instance", "/history/variable-instance", "/variable-instance", "/history/process-instance")) {
                person.ask("GET", path + "?" + asked).stream().filter(this::tells).forEach(answer -> given.add(path + asked));
            }
        }

        assertThat(given).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESTRICTED, caseworker1, caseworkers", "RESTRICTED, officer1, reviews-officers", "RESTRICTED, manager, reviews-managers",
        "RESTRICTED, owner, process-owners", "RESTRICTED, private-office, private-office", "RESTRICTED, admin, camunda-admin",
        "CONFLICT, caseworker1, caseworkers", "CONFLICT, officer1, reviews-officers", "CONFLICT, manager, reviews-managers",
    })
    void no_count_and_no_figure_grows_by_a_case_that_is_hidden(Hidden by, String account, String group) {
        Person person = new Person(account, port);
        Map<String, String> before = figures(person, group);

        hide(by, newCase(), account);

        assertThat(figures(person, group)).isEqualTo(before);
        if (group.equals("reviews-managers")) {
            newCase();
            assertThat(changed(before, figures(person, group)))
                    .as("and each of them grows by a case that is not hidden")
                    .contains("/task/count", "/task/report/candidate-group-count", "/process-instance/count", "/history/task/count",
                            "/process-definition/statistics", "/process-definition/x/statistics", COCKPIT + "/process-instance/count",
                            COCKPIT + "/process-definition/statistics", "/filter/x/count");
        }
    }

    @Test
    void an_administrator_does_not_read_from_the_engines_rights_who_is_named() {
        restrict(reference, "caseworker4");
        Person admin = new Person("admin", port);

        for (int kind : new int[] {7, 8, 19, 20}) {
            assertThat(admin.ask("GET", "/authorization?resourceType=" + kind)).allSatisfy(answer -> assertThat(answer.body()).isEqualTo("[]"));
            assertThat(admin.ask("GET", "/authorization/count?resourceType=%2B" + kind))
                    .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{\"count\":0}"));
        }
        for (String every : List.of("", "?userIdIn=caseworker4", "?resourceType=0&resourceType=7", "?resourceType=")) {
            assertThat(admin.ask("GET", "/authorization" + every))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).as(every).isEqualTo(400));
        }
        assertThat(admin.ask("GET", "/authorization?resourceType=0"))
                .allSatisfy(answer -> assertThat(answer.body()).contains("tasklist"));
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream().filter(door -> !before.get(door).equals(after.get(door))).toList();
    }

    /** What every open door answers that counts or adds up. */
    private Map<String, String> figures(Person person, String group) {
        Map<String, String> figures = new TreeMap<>();
        EngineApi.doors().stream()
                .map(door -> door.split(" "))
                .filter(door -> door[0].equals("GET") && door[1].matches(".*(/count|-count|/statistics)"))
                .filter(door -> doors.open("GET", WEB + withIds(door[1]), Set.of(group)))
                .forEach(door -> figures.put(door[1], person.inWebApps(WEB + withIds(door[1]))));
        for (String door : List.of("/process-instance/count", "/incident/count", "/process-definition/statistics")) {
            figures.put(COCKPIT + door, person.inWebApps(COCKPIT + door));
        }
        return figures;
    }

    @ParameterizedTest
    @CsvSource({"RESTRICTED, caseworker1", "RESTRICTED, manager", "CONFLICT, caseworker1", "CONFLICT, manager"})
    void no_count_answers_a_question_about_its_variables(Hidden by, String account) {
        Person person = new Person(account, port);
        assertThat(person.found("/task/count", byVariable("processVariables"))).isPositive();
        boolean manager = account.equals("manager");
        if (manager) {
            assertThat(person.found("/process-instance/count", byVariable("variables"))).isPositive();
            assertThat(person.inCockpit(byVariable("variables"))).isPositive();
        }

        hide(by, reference, account);

        assertThat(person.found("/task/count", byVariable("processVariables"))).isZero();
        assertThat(person.found("/task/count", byVariable("taskVariables"))).isZero();
        assertThat(person.found("/task/count", "{\"orQueries\":[" + byVariable("processVariables") + "]}")).isZero();
        if (manager) {
            assertThat(person.found("/filter/" + ids.get("filter") + "/count", byVariable("processVariables"))).isZero();
            assertThat(person.found("/process-instance/count", byVariable("variables"))).isZero();
            assertThat(person.inCockpit(byVariable("variables"))).isZero();
        }
    }

    @Test
    void the_only_door_to_variables_is_the_form_of_a_step() {
        assertThat(doors.lines().stream().map(line -> line.path().getPatternString()).filter(path -> path.contains("variable")))
                .containsExactly("/task/{id}/form-variables");
    }

    @ParameterizedTest
    @CsvSource({"caseworker1, caseworkers", "officer1, reviews-officers", "manager, reviews-managers"})
    void a_conflict_of_interest_hides_the_variables_from_those_who_are_named_too(String account, String group) {
        restrict(reference, "caseworker4", account);
        conflicts.declare(reference, account, ConflictKind.HANDLED_FOR_FORCE, "A friend of mine.");
        Person person = new Person(account, port);
        List<String> given = new ArrayList<>();
        for (String door : EngineApi.doors()) {
            String method = door.split(" ")[0];
            String path = withIds(door.split(" ")[1]);
            if (method.equals("GET") && doors.open(method, WEB + path, Set.of(group))) {
                person.ask(method, path).stream()
                        .filter(answer -> answer.body().contains(planted))
                        .forEach(answer -> given.add(door + ": " + answer.body()));
            }
        }

        assertThat(given).isEmpty();
        assertThat(person.ask("GET", "/task/" + ids.get("task") + "/form-variables"))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({"RESTRICTED, caseworker1", "RESTRICTED, officer1", "RESTRICTED, manager", "CONFLICT, caseworker1", "CONFLICT, officer1",
        "CONFLICT, manager"})
    void a_step_of_it_can_neither_be_looked_at_nor_taken_nor_given_nor_put_back(Hidden by, String account) {
        hide(by, reference, account);
        Person person = new Person(account, port);
        String task = "/task/" + ids.get("task");

        for (String part : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
            assertThat(person.ask("GET", task + part)).as(part).extracting(HttpResponse::statusCode).containsOnly(404);
        }
        for (String act : List.of("/claim", "/unclaim", "/assignee", "/submit-form", "/complete", "/delegate", "/resolve")) {
            if (doors.open("POST", WEB + task + act, Set.of(group(account)))) {
                assertThat(person.send(task + act, "{\"userId\":\"caseworker4\"}"))
                        .as(act).extracting(HttpResponse::statusCode).containsOnly(404);
            }
        }
        assertThat(tasks.createTaskQuery().taskId(ids.get("task")).singleResult().getAssignee()).isNull();
    }

    private static String group(String account) {
        return account.equals("manager") ? "reviews-managers" : account.equals("officer1") ? "reviews-officers" : "caseworkers";
    }

    private boolean tells(HttpResponse<String> answer) {
        return answer.body().contains(planted) || answer.body().contains(reference);
    }

    /** The path with an id of the hidden case in the place of each x. */
    private String withIds(String path) {
        String kind = path.split("/").length > 1 ? path.split("/")[1] : "";
        return path.replaceAll("(?<=/)x(?=/|$)", ids.getOrDefault(kind, ids.get("process-instance")));
    }

    private String byVariable(String kind) {
        return "{\"%s\":[{\"name\":\"planted\",\"operator\":\"eq\",\"value\":\"%s\"}]}".formatted(kind, planted);
    }

    private String newCase() {
        return Caller.json(Caller.as("intake", port).post("/api/applications", APPLICATION)).get("reference").asText();
    }

    private void hide(Hidden by, String reference, String account) {
        switch (by) {
            case RESTRICTED -> restrict(reference, "caseworker4");
            case CONFLICT -> conflicts.declare(reference, account, ConflictKind.DECLARED, "A friend of mine.");
        }
    }

    private void restrict(String reference, String... named) {
        cases.restrict(reference, true, Set.of(named), "A witness is at risk.", "manager2");
    }

    /** Somebody who asks the engine with account and password, and once more from within the web apps. */
    private static final class Person {

        private final Visitor browser;
        private final Caller rest;

        Person(String account, int port) {
            browser = Visitor.signedIn(account, port);
            rest = Caller.as(account, port);
            browser.get("/camunda/app/tasklist/default/");
        }

        List<HttpResponse<String>> ask(String method, String path) {
            return method.equals("GET")
                    ? List.of(rest.get(REST + path), browser.get(WEB + path, "Accept", "application/hal+json, application/json"))
                    : List.of(rest.call(method, REST + path, "{}"), post(WEB + path, "{}"));
        }

        List<HttpResponse<String>> send(String path, String body) {
            return List.of(rest.post(REST + path, body), post(WEB + path, body));
        }

        long found(String path, String question) {
            long atRest = Caller.json(rest.post(REST + path, question)).get("count").asLong();
            long inWeb = Caller.json(post(WEB + path, question)).get("count").asLong();
            assertThat(inWeb).isEqualTo(atRest);
            return atRest;
        }

        String inWebApps(String path) {
            return browser.get(path).body();
        }

        long inCockpit(String question) {
            return Caller.json(post(COCKPIT + "/process-instance/count", question)).get("count").asLong();
        }

        private HttpResponse<String> post(String path, String body) {
            return browser.json("POST", path, body, "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElse(""));
        }
    }
}
