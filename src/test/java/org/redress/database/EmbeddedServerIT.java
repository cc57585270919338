package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedServerIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void a_server_that_dies_comes_back_with_its_data_and_one_that_cannot_ends_the_house_with_its_last_words(
            @TempDir Path data, CapturedOutput log) throws Exception {
        DataDirectory directory = new DataDirectory(data);
        Path cluster = data.resolve("postgres").resolve("cluster");
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        EmbeddedPostgres postgres = EmbeddedDatabase.start(directory);
        try (EmbeddedServer server =
                new EmbeddedServer(postgres, cluster, data.resolve("postgres").resolve("server.log"), ended::complete)) {
            run(server, "create table kept (one int)");

            kill(cluster);
            await("its return").atMost(LONG).until(() -> log.getOut().contains("PostgreSQL runs again on port " + server.port()));
            run(server, "insert into kept values (1)");

            // as after a disk that failed
            Files.move(cluster.resolve("global"), cluster.resolve("global-gone"));
            kill(cluster);
            await("the end").atMost(LONG).until(ended::isDone);
            assertThat(ended.join()).isEqualTo(75);
            assertThat(log.getOut())
                    .contains("has ended by itself. Its last words: ", "try 3 of 3", "PostgreSQL does not stay up, so Redress ends");
        }
        assertThat(log.getOut()).doesNotContain("\tat ");
    }

    private static void run(EmbeddedServer server, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + server.port() + "/postgres", "postgres", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void kill(Path cluster) throws Exception {
        OrphanedServer.holder(cluster).orElseThrow().destroyForcibly();
    }
}
