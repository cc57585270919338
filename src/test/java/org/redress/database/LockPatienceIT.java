package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A node that stops in the middle of its work, as one does that is paused or swapped out, stops nobody else. */
@RedressTest
class LockPatienceIT {

    @Autowired
    private DataSource database;

    @LocalServerPort
    private int port;

    @Test
    void what_a_paused_node_holds_is_refused_in_words_meanwhile_and_free_again_when_its_time_is_over() throws SQLException {
        Caller intake = Caller.as("intake", port);
        try (Connection paused = database.getConnection(); Statement sql = paused.createStatement()) {
            assertThat(setting(sql, "idle_in_transaction_session_timeout")).as("of whatever a node does").isEqualTo("1min");
            paused.setAutoCommit(false);
            sql.execute("lock table app.case_file in exclusive mode");

            long before = System.nanoTime();
            HttpResponse<String> answer = apply(intake, "while-it-is-held");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as("the wait").isLessThan(Duration.ofSeconds(4));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(Caller.json(answer).get("detail").asText()).contains("Other work", "Nothing was lost. Try again in a minute.");
            assertThat(Caller.as("caseworker1", port).get("/engine-rest/task?maxResults=1").statusCode())
                    .as("reading needs no lock")
                    .isEqualTo(200);

            // the same as after the minute above
            sql.execute("set local idle_in_transaction_session_timeout = 500");
            await("the lock to be gone").atMost(Duration.ofSeconds(15))
                    .until(() -> apply(intake, "when-it-is-free").statusCode() == 201);
            assertThatThrownBy(() -> sql.execute("select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void work_for_somebody_has_less_patience_than_the_houses_own() throws SQLException {
        try (Connection own = database.getConnection(); Statement sql = own.createStatement()) {
            assertThat(setting(sql, "lock_timeout")).isEqualTo("1min");
            assertThat(setting(sql, "statement_timeout")).as("a change of many cases may take long").isEqualTo("0");
        }
    }

    private static HttpResponse<String> apply(Caller intake, String key) {
        return intake.call(
                "POST",
                "/api/applications",
                "{\"receivedAt\": \"2026-03-02T09:14:00Z\", \"applicant\": {\"fullName\": \"Ann Patient\", \"email\": \"ann@example.org\"}}",
                "Idempotency-Key",
                "lock-patience-" + key);
    }

    private static String setting(Statement sql, String name) throws SQLException {
        try (ResultSet row = sql.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
