package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Caller;
import org.redress.testing.Desk;
import org.redress.testing.RunningJar;

class OwnDatabaseIT {

    private static final String PASSWORD = "kettle spanner otter";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void with_a_database_of_ones_own_there_is_no_demo_and_two_nodes_share_the_work(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String[] own = {
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
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
            }
        }
    }
}
