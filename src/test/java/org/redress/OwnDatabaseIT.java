package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Caller;
import org.redress.testing.Desk;
import org.redress.testing.RunningJar;

class OwnDatabaseIT {

    private static final String PASSWORD = "kettle spanner otter";
    private static final String OWNS = "redress_owner";
    private static final String WORKS = "redress_app";
    private static final String NO_RIGHT = "42501";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void with_a_database_of_ones_own_there_is_no_demo_two_nodes_share_the_work_and_none_can_change_the_record(
            @TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            twoRoles(postgres);
            String[] own = {
                "--spring.datasource.url=" + address(postgres),
                "--spring.datasource.username=" + WORKS,
                "--spring.datasource.password=" + PASSWORD,
                "--spring.flyway.user=" + OWNS,
                "--spring.flyway.password=" + PASSWORD,
                "--redress.admin.id=keeper",
                "--redress.admin.password=" + PASSWORD
            };
            try (RunningJar first = RunningJar.start(data.resolve("first"), own);
                    RunningJar second = RunningJar.start(data.resolve("second"), own)) {
                Desk here = new Desk(first.port(), json, null);
                Desk there = new Desk(second.port(), json, null);
                String question = "/api/calendar/deadline?rule=P1&start=2026-04-02&count=5";

                assertThat(here.get("caseworker1", question).status()).as("a demo account").isEqualTo(401);
                assertThat(there.get("manager", question).status()).as("a demo account").isEqualTo(401);
                Caller keeperHere = Caller.as("keeper", PASSWORD, first.port());
                Caller keeperThere = Caller.as("keeper", PASSWORD, second.port());
                assertThat(keeperHere.get(question).statusCode()).as("the first administrator").isEqualTo(200);
                assertThat(Caller.json(keeperThere.get(question)).get("date").asText()).isEqualTo("2026-04-13");
                assertThat(data.resolve("first").resolve("postgres")).as("an embedded database").doesNotExist();

                // an administrator hands in no application: the account sees no case content, on either node
                ObjectNode application = json.createObjectNode().put("receivedAt", "2026-03-02T09:14:00Z");
                application.putObject("applicant").put("fullName", "Somebody").put("phone", "020 7946 0000");
                assertThat(keeperHere.call("POST", "/api/applications", application.toString(), "Idempotency-Key", "k").statusCode())
                        .isEqualTo(403);
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var rows = connection
                                .createStatement()
                                .executeQuery("select (select count(*) from app.case_file), (select count(*) from act_id_user),"
                                        + " (select count(distinct version_) from act_re_procdef where key_ = 'StatutoryReview')")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("demo cases").isZero();
                    assertThat(rows.getInt(2)).as("accounts").isEqualTo(1);
                    assertThat(rows.getInt(3)).as("versions of an unchanged model").isEqualTo(1);
                }
                cannotChangeTheRecord(postgres);
            }
        }
    }

    /** As docs/for-developers/record.md says it: one role owns our tables, the other makes only the engine's. */
    private static void twoRoles(EmbeddedPostgres postgres) throws SQLException {
        try (Connection all = postgres.getPostgresDatabase().getConnection(); Statement sql = all.createStatement()) {
            sql.execute("create role " + OWNS + " login password '" + PASSWORD + "'");
            sql.execute("create role " + WORKS + " login password '" + PASSWORD + "'");
            sql.execute("grant create on database postgres to " + OWNS);
            sql.execute("grant create on schema public to " + WORKS);
        }
    }

    /** The role that the running application works with adds acts, and has no right to do anything else to them. */
    private static void cannotChangeTheRecord(EmbeddedPostgres postgres) throws SQLException {
        try (Connection app = DriverManager.getConnection(address(postgres), WORKS, PASSWORD); Statement sql = app.createStatement()) {
            try (ResultSet acts = sql.executeQuery("select count(*) from app.act")) {
                acts.next();
                assertThat(acts.getLong(1)).as("acts that the application recorded").isPositive();
            }
            for (String table : List.of("act", "disposed_case", "record_check")) {
                for (String attack : List.of("delete from app.%s", "truncate app.%s", "drop table app.%s",
                        "alter table app.%s disable trigger all")) {
                    refused(sql, attack.formatted(table));
                }
            }
            refused(sql, "update app.act set summary = null, salt = null");
            refused(sql, "update app.disposed_case set reference = 'x'");
            refused(sql, "update app.record_check set problem = null");
            refused(sql, "update app.flyway_schema_history set checksum = 0");
            refused(sql, "truncate app.case_note");
            refused(sql, "create table app.mine (one int)");
            refused(sql, "set session_replication_role = replica");
        }
    }

    private static void refused(Statement sql, String attack) {
        assertThatThrownBy(() -> sql.execute(attack))
                .as(attack)
                .isInstanceOfSatisfying(SQLException.class, no -> assertThat(no.getSQLState()).isEqualTo(NO_RIGHT));
    }

    private static String address(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }
}
