package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08001, AWAY", "08006, AWAY", "57P01, AWAY", "57P03, AWAY",
        "25006, READ_ONLY",
        "53100, FULL",
        "53200, BUSY", "53300, BUSY", "55P03, BUSY", "57014, BUSY", "40P01, BUSY"
    })
    void what_an_operator_can_mend_is_known_by_its_code_however_it_is_wrapped(String code, DatabaseFault fault) {
        SQLException said = new SQLException("said", code);

        assertThat(DatabaseFault.in(new IllegalStateException(new CannotAcquireLockException("wrapped", said)))).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"23505", "42P01", "22P02", "40002", "42501"})
    void a_fault_of_the_program_is_none_of_these(String code) {
        assertThat(DatabaseFault.in(new IllegalStateException(new SQLException("said", code)))).isEmpty();
    }

    @Test
    void a_pool_with_nothing_to_give_is_busy_and_one_that_reaches_nobody_is_without_its_database() {
        SQLException refused = new SQLException("Connection refused", "08001");

        assertThat(DatabaseFault.in(new CannotCreateTransactionException("no", new SQLTransientConnectionException("timed out"))))
                .contains(DatabaseFault.BUSY);
        assertThat(DatabaseFault.in(new CannotCreateTransactionException(
                        "no", new SQLTransientConnectionException("timed out", null, refused))))
                .contains(DatabaseFault.AWAY);
    }

    @Test
    void a_connection_that_broke_before_it_could_be_rolled_back_is_without_its_database() {
        assertThat(DatabaseFault.in(new IllegalStateException("Unable to rollback", new SQLException("Connection is closed"))))
                .contains(DatabaseFault.AWAY);
        assertThat(DatabaseFault.in(new IllegalStateException("said", new SQLException("said")))).isEmpty();
    }

    @Test
    void one_failure_of_many_statements_at_once_is_found_behind_the_first() {
        BatchUpdateException batch = new BatchUpdateException("one of them", null, 0, new int[0]);
        batch.setNextException(new SQLException("said", "25006"));

        assertThat(DatabaseFault.in(batch)).contains(DatabaseFault.READ_ONLY);
    }

    @Test
    void causes_that_go_round_in_a_circle_come_to_an_end() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);

        assertThat(DatabaseFault.in(one)).isEmpty();
    }
}
