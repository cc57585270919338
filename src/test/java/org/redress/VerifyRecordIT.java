package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.Head;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** The command that checks the record from outside. */
@RedressTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyRecordIT {

    @Autowired
    private ActRecord acts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    @Value("${redress.data-dir}")
    private Path data;

    @TempDir
    private Path empty;

    @Test
    void the_command_ends_with_zero_where_the_record_is_whole_and_with_one_where_it_is_not() throws Exception {
        transaction.executeWithoutResult(tx -> acts.append(Act.of(null, "redress", "TESTED_RECORD", "An act")));
        Head head = acts.head();

        assertThat(verify("--head=" + head)).isEqualTo(VerifyRecord.WHOLE);
        assertThat(verify("--head=" + (head.number() + 1) + ":" + head.hash())).as("a cut tail").isEqualTo(VerifyRecord.BROKEN);
        assertThat(verify("--head=" + new Head(1, "e".repeat(64)))).as("another first act").isEqualTo(VerifyRecord.BROKEN);
        assertThat(verify("--head=12")).as("a mistyped head").isEqualTo(VerifyRecord.NOT_READ);

        Files.createDirectories(empty.resolve("record"));
        Files.writeString(
                empty.resolve("record").resolve("heads.csv"),
                "2026-03-02T02:30:00Z," + new Head(head.number(), "e".repeat(64)) + "\n");
        assertThat(verify()).as("a head kept in the data folder").isEqualTo(VerifyRecord.BROKEN);
    }

    @Test
    void the_command_proves_seals_where_it_has_the_key_and_compares_with_a_copy_of_the_heads(CapturedOutput output) throws Exception {
        transaction.executeWithoutResult(tx -> acts.append(Act.of(null, "redress", "TESTED_RECORD", "An act")));
        Head head = acts.head();
        Path copy = Files.writeString(empty.resolve("copy.csv"), "2026-03-02T02:30:00Z," + head + "\n");

        assertThat(verify("--heads=" + copy)).isEqualTo(VerifyRecord.WHOLE);
        assertThat(output).contains("There is no key of the record here", "The last head kept elsewhere is act " + head.number());
        Path key = data.resolve("record.key");
        assertThat(verify("--redress.record.key-file=" + key)).isEqualTo(VerifyRecord.WHOLE);

        String own = Files.readString(key).split(" ")[0];
        Path another = Files.writeString(empty.resolve("another.key"), own + " " + "ab".repeat(32) + "\n");
        assertThat(verify("--redress.record.key-file=" + another)).as("seals of another key").isEqualTo(VerifyRecord.BROKEN);
        assertThat(output).contains("carries a seal that our key did not make");
        assertThat(verify("--heads=" + empty.resolve("nothing.csv"))).isEqualTo(VerifyRecord.NOT_READ);
    }

    @Test
    void the_command_asks_the_running_server_and_leaves_it_running() {
        assertThat(VerifyRecord.run("--verify-record", "--redress.data-dir=" + data)).isEqualTo(VerifyRecord.WHOLE);
        assertThat(acts.head()).isNotNull();
    }

    @Test
    void a_record_that_is_not_there_is_not_called_whole() {
        assertThat(VerifyRecord.run("--verify-record", "--redress.data-dir=" + empty)).isEqualTo(VerifyRecord.NOT_READ);
        assertThat(VerifyRecord.isAsked("--verify-record")).isTrue();
        assertThat(VerifyRecord.isAsked("--server.port=0")).isFalse();
    }

    private int verify(String... more) throws Exception {
        try (Connection connection = database.getConnection()) {
            String[] arguments = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(
                                    "--verify-record",
                                    "--spring.datasource.url=" + connection.getMetaData().getURL(),
                                    "--spring.datasource.username=postgres",
                                    "--redress.data-dir=" + empty),
                            java.util.stream.Stream.of(more))
                    .toArray(String[]::new);
            return VerifyRecord.run(arguments);
        }
    }
}
