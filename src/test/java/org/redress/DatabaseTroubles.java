package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.redress.testing.Caller;
import org.redress.testing.RunningJar;
import org.redress.testing.Visitor;

/** What can happen to the database under a house that runs, one after the other, and what people see of it. */
final class DatabaseTroubles {

    private static final String LOST = "Nothing was lost. Try again in a minute.";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CALENDAR = "/api/calendar/deadline?rule=P1&start=2026-04-02&count=5";

    private final RunningJar house;
    private final Path cluster;
    private final String reference;
    private final Caller health;
    private final Caller intake;
    private final Caller caseworker;
    private final Visitor visitor;
    private int keys;

    /** @param reference of a case that is open */
    DatabaseTroubles(RunningJar house, Path data, String reference) {
        this.house = house;
        this.cluster = data.resolve("postgres").resolve("cluster");
        this.reference = reference.replace('/', '-');
        this.health = Caller.anonymous(house.port());
        this.intake = Caller.as("intake", house.port());
        this.caseworker = Caller.as("caseworker1", house.port());
        this.visitor = Visitor.signedIn("caseworker1", house.port());
    }

    void all() throws IOException, SQLException, InterruptedException {
        readOnly();
        full();
        silent();
        killed();
        logTellsWithoutStacks();
    }

    private void readOnly() throws IOException, SQLException {
        String notes = visitor.get("/cases/" + reference + "/notes").body();
        sql("alter database postgres set default_transaction_read_only = on",
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'redress'");

        await("not ready").atMost(SOON).until(() -> ready().statusCode() == 503);
        await("the first new connection").atMost(SOON).until(() -> caseworker.get(CALENDAR).statusCode() == 200);
        refused("can be read at the moment", this::apply);
        assertThat(ready().body()).contains("can be read and not written to");
        assertThat(alive().statusCode()).isEqualTo(200);
        HttpResponse<String> page = refused("can be read at the moment", () -> visitor.form(
                "/cases/" + reference + "/notes",
                Map.of("text", "The caller asked to be called back", "_csrf", Visitor.token(notes)),
                "Accept",
                "text/html"));
        assertThat(page.body()).as("what was typed").contains("The caller asked to be called back");
        refused("can be read at the moment", () -> caseworker.post("/engine-rest/task/" + task() + "/claim", "{\"userId\": \"caseworker1\"}"));

        assertThat(visitor.get("/cases").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/cases/" + reference).statusCode()).isEqualTo(200);
        assertThat(caseworker.get("/api/cases/" + reference).statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn("manager", house.port()).get("/cases").statusCode()).as("signed in just now").isEqualTo(200);
        assertThat(Caller.as("officer2", house.port()).get(CALENDAR).statusCode()).as("for the first time from here").isEqualTo(200);

        sql("alter database postgres reset default_transaction_read_only");
        isWellAgain();
    }

    /** PostgreSQL says so with one code whatever has no room; here it says so where a case and the heartbeat are written. */
    private void full() throws IOException, SQLException {
        sql("""
                create function app.no_room() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = '53100'; end $$
                """,
                "create trigger full_disk before insert on app.case_file execute function app.no_room()",
                "create trigger full_disk before update on app.heartbeat execute function app.no_room()");

        refused("no room left on the disk", this::apply);
        await("not ready").atMost(SOON).until(() -> ready().body().contains("has no room left on its disk"));
        assertThat(ready().statusCode()).isEqualTo(503);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(200);

        sql("drop trigger full_disk on app.case_file", "drop trigger full_disk on app.heartbeat", "drop function app.no_room()");
        isWellAgain();
    }

    /** Stopped as by a debugger, or by a machine that hangs: it is there, and does not answer. */
    private void silent() throws IOException, InterruptedException {
        List<ProcessHandle> server = new ArrayList<>(List.of(server()));
        server().children().forEach(server::add);
        signal("STOP", server);
        try {
            List<CompletableFuture<HttpResponse<String>>> atOnce = List.of(
                    CompletableFuture.supplyAsync(() -> refused("does not answer", this::apply)),
                    CompletableFuture.supplyAsync(() -> refused("does not answer", () -> visitor.get("/cases", "Accept", "text/html"))),
                    CompletableFuture.supplyAsync(() -> refused("does not answer", () -> caseworker.get("/engine-rest/task"))));
            assertThat(alive().statusCode()).isEqualTo(200);
            atOnce.forEach(CompletableFuture::join);
            refused("does not answer", this::apply);
            refused("does not answer", () -> visitor.get("/camunda/api/engine/engine/default/task/count"));
            assertThat(ready().statusCode()).isEqualTo(503);
            assertThat(within(Duration.ofSeconds(2), () -> health.get("/actuator/health")).statusCode()).isEqualTo(503);
        } finally {
            signal("CONT", server);
        }
        isWellAgain();
    }

    private void killed() throws IOException, InterruptedException {
        ProcessHandle before = server();
        signal("KILL", List.of(before));
        await("the end to be noticed").atMost(SOON).until(() -> house.log().contains("(process " + before.pid() + ") has ended by itself"));
        within(Duration.ofSeconds(3), () -> visitor.get("/cases"));
        assertThat(alive().statusCode()).isEqualTo(200);
        isWellAgain();
        assertThat(server().pid()).isNotEqualTo(before.pid());
        assertThat(house.log()).contains("PostgreSQL runs again on port");
    }

    private void isWellAgain() {
        await("ready again").atMost(Duration.ofSeconds(60)).until(() -> ready().statusCode() == 200);
        await("writing again").atMost(SOON).until(() -> apply().statusCode() == 201);
        assertThat(visitor.get("/cases/" + reference).statusCode()).isEqualTo(200);
    }

    private void logTellsWithoutStacks() throws IOException {
        List<String> log = house.log().lines().toList();
        assertThat(log).as("lines about a full disk").filteredOn(line -> line.contains("no room left")).hasSizeLessThan(5);
        assertThat(log).as("stacks").noneMatch(line -> line.startsWith("\tat "));
        for (String began : List.of("can be read and not written to. Whoever", "has no room left on its disk. Whoever")) {
            assertThat(log).as(began).filteredOn(line -> line.contains(began)).hasSize(1);
        }
        assertThat(log).anyMatch(line -> line.contains("The database does not answer. Whoever"));
        assertThat(log).anyMatch(line -> line.contains("answers and can be written to again"));
    }

    private HttpResponse<String> refused(String why, Supplier<HttpResponse<String>> asked) {
        HttpResponse<String> answer = within(Duration.ofSeconds(3), asked);
        assertThat(answer.statusCode()).as(answer.request().method() + " " + answer.uri() + ": " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body()).contains(why, LOST);
        return answer;
    }

    private static HttpResponse<String> within(Duration longest, Supplier<HttpResponse<String>> asked) {
        long before = System.nanoTime();
        HttpResponse<String> answer = asked.get();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).as(answer.uri().toString()).isLessThan(longest);
        return answer;
    }

    private HttpResponse<String> ready() {
        return within(Duration.ofSeconds(2), () -> health.get("/actuator/health/readiness"));
    }

    private HttpResponse<String> alive() {
        return within(Duration.ofSeconds(2), () -> health.get("/actuator/health/liveness"));
    }

    private HttpResponse<String> apply() {
        return intake.call(
                "POST",
                "/api/applications",
                "{\"receivedAt\": \"2026-03-02T09:14:00Z\", \"applicant\": {\"fullName\": \"Ann Other\", \"email\": \"ann@example.org\"}}",
                "Idempotency-Key",
                "trouble-" + ++keys);
    }

    private String task() {
        return Caller.json(caseworker.get("/engine-rest/task?maxResults=1")).get(0).get("id").asText();
    }

    private void sql(String... statements) throws IOException, SQLException {
        try (Connection all = DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/postgres", "postgres", "");
                Statement sql = all.createStatement()) {
            sql.execute("set default_transaction_read_only = off");
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip())).orElseThrow();
    }

    private String port() throws IOException {
        return Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
