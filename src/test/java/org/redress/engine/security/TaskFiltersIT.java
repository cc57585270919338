package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lists that each role finds in Tasklist, and what is in them. */
@RedressTest
class TaskFiltersIT {

    private final TaskFilters atStart;
    private final FilterService filters;
    private final TaskService tasks;
    private final DoorCheckProcess process;

    @LocalServerPort
    private int port;

    @Autowired
    TaskFiltersIT(TaskFilters atStart, ProcessEngine engine) {
        this.atStart = atStart;
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.process = DoorCheckProcess.deployed(engine.getRepositoryService(), engine.getRuntimeService(), tasks);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "caseworker1 | My reviews; Letters that did not leave; Late; Due within 3 working days; To claim; Waiting for the police: chase now; Escalated and high risk",
        "officer1 | My reviews; Raised to you; Letters that did not leave; Late; Due within 3 working days; To claim; Waiting for the police: chase now; Decisions to check; Escalated and high risk",
        "manager | My reviews; Raised to you; Letters that did not leave; Late; Due within 3 working days; To claim; Waiting for the police: chase now; Decisions to check; Escalated and high risk; All work in hand",
        "private-office | My reviews; To claim",
    })
    void each_role_finds_its_lists_in_order(String account, String names) {
        JsonNode found = Caller.json(Caller.as(account, port).get("/engine-rest/filter?resourceType=Task"));

        assertThat(StreamSupport.stream(found.spliterator(), false)
                        .sorted(java.util.Comparator.comparingInt(filter -> filter.at("/properties/priority").asInt()))
                        .map(filter -> filter.get("name").asText()))
                .containsExactly(names.split("; "));
    }

    @Test
    void the_lists_hold_what_their_names_say() {
        String mine = process.taskFor("caseworkers");
        String free = process.taskFor("caseworkers");
        String others = process.taskFor("reviews-officers");
        tasks.setAssignee(mine, "caseworker1");
        Task late = tasks.createTaskQuery().taskId(free).singleResult();
        late.setDueDate(new Date(0));
        late.setPriority(80);
        tasks.saveTask(late);

        assertThat(list("caseworker1", "My reviews")).contains(mine).doesNotContain(free, others);
        assertThat(list("caseworker1", "To claim")).contains(free).doesNotContain(mine, others);
        assertThat(list("caseworker1", "Late")).contains(free).doesNotContain(mine, others);
        assertThat(list("caseworker1", "Due within 3 working days")).doesNotContain(free, mine, others);
        assertThat(list("officer1", "To claim")).contains(others).doesNotContain(mine, free);
        assertThat(list("manager", "All work in hand")).contains(mine, free, others);
    }

    @Test
    void the_columns_show_the_reference() {
        process.taskFor("caseworkers");

        String answer = Caller.as("caseworker1", port)
                .call("POST", "/engine-rest/filter/" + id("To claim") + "/list", "{}", "Accept", "application/hal+json")
                .body();

        assertThat(answer).contains("caseReference").contains("RV/2019/000042P");
    }

    @Test
    void setting_up_again_makes_no_second_list() {
        long before = filters.createTaskFilterQuery().count();

        atStart.setUp();

        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(before);
    }

    @Test
    void nobody_makes_changes_or_deletes_a_list() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"Own\",\"query\":{\"assigneeExpression\":\"${1+1}\"}}";
        for (String account : List.of("caseworker1", "officer1", "manager", "owner", "private-office", "admin", "intake")) {
            Caller caller = Caller.as(account, port);
            assertThat(caller.post("/engine-rest/filter/create", body).statusCode()).isEqualTo(403);
            assertThat(caller.call("PUT", "/engine-rest/filter/" + id("Late"), body).statusCode()).isEqualTo(403);
            assertThat(caller.call("DELETE", "/engine-rest/filter/" + id("Late"), null).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void no_code_gets_in_through_a_search() {
        Caller caseworker = Caller.as("caseworker1", port);
        String code = "{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}\"}";

        assertThat(caseworker.post("/engine-rest/task", code).statusCode()).isBetween(400, 599);
        assertThat(caseworker.post("/engine-rest/task", code).body()).contains("Expressions are forbidden");
        assertThat(caseworker.post("/engine-rest/filter/" + id("Late") + "/list", code).body())
                .contains("Expressions are forbidden");
    }

    private String list(String account, String name) {
        return Caller.as(account, port).get("/engine-rest/filter/" + id(name) + "/list").body();
    }

    private String id(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        return filter.getId();
    }
}
