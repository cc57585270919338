package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long people wait for their lists with ten cases open and with ten thousand. Not a test, and no part of the build: it is
 * run by name, see docs/for-developers/measuring.md.
 */
@RedressTest
class ListsBenchmark {

    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
    private static final String APPLICATION =
            """
            {"channel": "EMAIL", "receivedAt": "2026-03-02T09:14:00Z", "applicant": {"fullName": "One of Many",
             "email": "many@example.org", "preferredContact": "EMAIL", "isComplainant": true}}
            """;

    /** Copies a case that is open as often as it is asked to: its instances, steps, offers, variables, history and rights. */
    private static final List<String> COPY = List.of(
            "insert into act_ru_execution select (r).* from (select jsonb_populate_record(e, jsonb_build_object("
                    + "'id_', %1$s(e.id_, n), 'root_proc_inst_id_', %1$s(e.root_proc_inst_id_, n), 'proc_inst_id_', %1$s(e.proc_inst_id_, n),"
                    + "'parent_id_', %1$s(e.parent_id_, n), 'super_exec_', %1$s(e.super_exec_, n), 'business_key_', e.business_key_ || '-' || n))"
                    + " r from act_ru_execution e, generate_series(?, ?) n where e.root_proc_inst_id_ in (%2$s)) x",
            "insert into act_ru_task select (r).* from (select jsonb_populate_record(t, jsonb_build_object("
                    + "'id_', %1$s(t.id_, n), 'execution_id_', %1$s(t.execution_id_, n), 'proc_inst_id_', %1$s(t.proc_inst_id_, n)))"
                    + " r from act_ru_task t, generate_series(?, ?) n where t.proc_inst_id_ in (%2$s)) x",
            "insert into act_ru_identitylink select (r).* from (select jsonb_populate_record(l, jsonb_build_object("
                    + "'id_', %1$s(l.id_, n), 'task_id_', %1$s(l.task_id_, n)))"
                    + " r from act_ru_identitylink l, generate_series(?, ?) n where l.task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (%2$s))) x",
            "insert into act_ru_variable select (r).* from (select jsonb_populate_record(v, jsonb_build_object("
                    + "'id_', %1$s(v.id_, n), 'execution_id_', %1$s(v.execution_id_, n), 'proc_inst_id_', %1$s(v.proc_inst_id_, n),"
                    + "'task_id_', %1$s(v.task_id_, n), 'var_scope_', %1$s(v.var_scope_, n)))"
                    + " r from act_ru_variable v, generate_series(?, ?) n where v.bytearray_id_ is null and v.proc_inst_id_ in (%2$s)) x",
            "insert into act_hi_procinst select (r).* from (select jsonb_populate_record(p, jsonb_build_object("
                    + "'id_', %1$s(p.id_, n), 'proc_inst_id_', %1$s(p.proc_inst_id_, n), 'root_proc_inst_id_', %1$s(p.root_proc_inst_id_, n),"
                    + "'business_key_', p.business_key_ || '-' || n))"
                    + " r from act_hi_procinst p, generate_series(?, ?) n where p.id_ in (%2$s)) x",
            "insert into act_ru_authorization select (r).* from (select jsonb_populate_record(a, jsonb_build_object("
                    + "'id_', %1$s(a.id_, n), 'resource_id_', %1$s(a.resource_id_, n), 'root_proc_inst_id_', %1$s(a.root_proc_inst_id_, n)))"
                    + " r from act_ru_authorization a, generate_series(?, ?) n where a.resource_id_ in (%2$s)"
                    + " or a.resource_id_ in (select id_ from act_ru_task where proc_inst_id_ in (%2$s))) x");

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final FilterService filters;

    @LocalServerPort
    private int port;

    @Autowired
    ListsBenchmark(JdbcTemplate database, TransactionTemplate transaction, FilterService filters) {
        this.database = database;
        this.transaction = transaction;
        this.filters = filters;
    }

    @Test
    void lists_and_counts_with_ten_and_with_ten_thousand_open_cases() throws IOException {
        database.execute("create function app.copied(id text, n int) returns text language sql immutable as"
                + " 'select md5(id || ''/'' || n)::uuid::text'");
        String reference = null;
        for (int i = 0; i < 10; i++) {
            reference = Caller.json(Caller.as("intake", port).post("/api/applications", APPLICATION)).get("reference").asText();
        }
        Map<String, Supplier<HttpResponse<String>>> doors = doors();
        List<String> table = new ArrayList<>(List.of("| What | 10 open | 10,000 open |", "|---|---|---|"));
        Map<String, String> small = new LinkedHashMap<>();
        doors.forEach((what, door) -> small.put(what, waited(door)));

        copy(reference, 10_000 - 10);

        doors.forEach((what, door) -> {
            table.add("| %s | %s | %s |".formatted(what, small.get(what), waited(door)));
            System.out.println(table.get(table.size() - 1));
        });
        table.add("| rows of rights | - | %d |".formatted(
                database.queryForObject("select count(*) from act_ru_authorization", Integer.class)));
        Files.write(Path.of("target", "lists-benchmark.md"), table);
        System.out.println(String.join("\n", table));
        assertThat(database.queryForObject("select count(*) from act_ru_task", Integer.class)).isGreaterThanOrEqualTo(10_000);
    }

    private void copy(String reference, int copies) {
        List<String> instances = database.queryForList("select id_ from act_hi_procinst where business_key_ = ?", String.class, reference);
        String theirs = "'" + String.join("','", instances) + "'";
        transaction.executeWithoutResult(status -> COPY.forEach(
                sql -> database.update(sql.formatted("app.copied", theirs), 1, copies)));
        database.execute("analyze");
    }

    private Map<String, Supplier<HttpResponse<String>>> doors() {
        Caller manager = Caller.as("manager", port);
        Caller caseworker = Caller.as("caseworker1", port);
        Visitor cockpit = Visitor.signedIn("manager", port);
        cockpit.get("/camunda/app/cockpit/default/");
        String definition = definition(manager);
        Map<String, Supplier<HttpResponse<String>>> doors = new LinkedHashMap<>();
        doors.put("caseworker, To claim: first 15", () -> caseworker.get(filter("To claim") + "/list?maxResults=15"));
        doors.put("caseworker, To claim: count", () -> caseworker.get(filter("To claim") + "/count"));
        doors.put("manager, All work in hand: first 15", () -> manager.get(filter("All work in hand") + "/list?maxResults=15"));
        doors.put("manager, All work in hand: count", () -> manager.get(filter("All work in hand") + "/count"));
        doors.put("manager, lists with their counts", () -> manager.get("/engine-rest/filter?resourceType=Task&itemCount=true"));
        doors.put("manager, instances: count", () -> manager.get("/engine-rest/process-instance/count"));
        doors.put("Cockpit, instances: first 50", () -> cockpit.get(COCKPIT + "/process-instance?firstResult=0&maxResults=50"));
        doors.put("Cockpit, instances: count", () -> cockpit.get(COCKPIT + "/process-instance/count"));
        doors.put("Cockpit, statistics of procedures", () -> cockpit.get(WEB + "/process-definition/statistics?incidents=true"));
        doors.put("Cockpit, statistics of a diagram", () -> cockpit.get(WEB + "/process-definition/" + definition + "/statistics?incidents=true"));
        doors.put("Cockpit, steps by group", () -> cockpit.get(WEB + "/task/report/candidate-group-count"));
        return doors;
    }

    private static String definition(Caller manager) {
        JsonNode found = Caller.json(manager.get("/engine-rest/process-definition?key=StatutoryReview&latestVersion=true"));
        return found.get(0).get("id").asText();
    }

    private String filter(String name) {
        return "/engine-rest/filter/" + filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    }

    /** The middle one of five, after two that do not count; what takes long is measured once. */
    private static String waited(Supplier<HttpResponse<String>> door) {
        long before = System.nanoTime();
        int status = door.get().statusCode();
        double first = seconds(before);
        if (status != 200) {
            return "%d after %.1f s".formatted(status, first);
        }
        if (first > 2) {
            return "%.1f s".formatted(first);
        }
        door.get();
        return "%.3f s".formatted(IntStream.range(0, 5).mapToDouble(i -> {
            long start = System.nanoTime();
            door.get();
            return seconds(start);
        }).sorted().toArray()[2]);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
