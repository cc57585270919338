package org.redress.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What was done stays as it was told, and whoever changes it in the database is found out. */
@RedressTest
class RecordIT {

    private static final String CASE = "RV/2026/900001X";

    @Autowired
    private ActRecord acts;

    @Autowired
    private RecordWatch watch;

    @Autowired
    private RefusedActs refused;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    private long first;

    @BeforeEach
    void three_acts() {
        first = acts.head().number() + 1;
        transaction.executeWithoutResult(tx -> {
            acts.append(Act.of(CASE, "caseworker1", "WROTE_NOTE", "One").because("practice"));
            acts.append(Act.of(CASE, "caseworker1", "WROTE_NOTE", "Two"));
        });
        transaction.executeWithoutResult(tx -> acts.append(Act.of(CASE, "officer1", "WROTE_NOTE", "Three")));
    }

    @Test
    void an_untouched_record_is_whole() {
        assertThat(check().whole()).isTrue();
        assertThat(check().head()).isEqualTo(acts.head());
        assertThat(acts.head().number()).isEqualTo(first + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update app.act set summary = 'Another' where number = ?",
        "update app.act set details = '{\"after\":1}' where number = ?",
        "update app.act set ground = 'No ground' where number = ?",
        "update app.act set person = 'officer2' where number = ?",
        "update app.act set role = 'reviews-managers' where number = ?",
        "update app.act set at = at + interval '1 second' where number = ?",
        "update app.act set action = 'CLOSED_CASE' where number = ?",
        "update app.act set case_reference = 'RV/2026/900002Y' where number = ?",
        "update app.act set version = 1 where number = ?",
        "update app.act set salt = null, summary = 'Another' where number = ?",
        "update app.act set hash = repeat('a', 64) where number = ?",
    })
    void a_change_behind_the_records_back_is_named(String change) {
        Verdict verdict = afterwards(() -> jdbc.update(change, first));

        assertThat(verdict.firstBroken()).as(change).isEqualTo(first);
        assertThat(verdict.problem()).contains("Act " + first);
    }

    @Test
    void a_deleted_act_is_named() {
        Verdict verdict = afterwards(() -> jdbc.update("delete from app.act where number = ?", first + 1));

        assertThat(verdict.firstBroken()).isEqualTo(first + 1);
        assertThat(verdict.problem()).isEqualTo("Act " + (first + 1) + " is missing");
    }

    @Test
    void two_acts_that_changed_places_are_named() {
        Verdict verdict = afterwards(() -> {
            jdbc.update("update app.act set number = -1 where number = ?", first);
            jdbc.update("update app.act set number = ? where number = ?", first, first + 1);
            return jdbc.update("update app.act set number = ? where number = -1", first + 1);
        });

        assertThat(verdict.firstBroken()).isEqualTo(first);
    }

    @Test
    void a_cut_tail_shows_against_a_head_that_was_kept_elsewhere() {
        Head printed = acts.head();

        assertThat(afterwards(() -> jdbc.update("delete from app.act where number >= ?", first + 1)).whole())
                .as("without a head from outside nobody can tell")
                .isTrue();
        Verdict verdict = afterwards(() -> jdbc.update("delete from app.act where number >= ?", first + 1), printed);
        assertThat(verdict.firstBroken()).isEqualTo(first + 1);
        assertThat(verdict.problem()).contains("its end was cut off");
    }

    @Test
    void a_record_that_was_written_anew_shows_against_a_head_that_was_kept_elsewhere() {
        Head printed = acts.head();
        Verdict verdict = afterwards(
                () -> {
                    jdbc.update("delete from app.act where number > ?", first);
                    Head from = acts.head();
                    return insert(from, "2026-03-02T09:00:00Z", 2) + insert(acts.head(), "2026-03-02T09:00:01Z", 2);
                },
                printed);

        assertThat(verdict.firstBroken()).isEqualTo(printed.number());
        assertThat(verdict.problem()).contains("written anew");
    }

    @Test
    void an_act_that_was_emptied_without_disposal_is_named_even_where_somebody_faked_the_list_of_disposed_cases() {
        Verdict verdict = afterwards(() -> {
            jdbc.update(
                    "insert into app.disposed_case values (?, now(), now(), now(), 'REVIEW_UPHELD', current_date, now())", CASE);
            return jdbc.update(
                    "update app.act set salt = null, summary = null, details = null, ground = null where number = ?", first);
        });

        assertThat(verdict.firstBroken()).isEqualTo(first);
        assertThat(verdict.problem()).contains("does not say that its case was disposed of");
    }

    @Test
    void acts_of_the_first_version_verify_beside_newer_ones() {
        Verdict verdict = afterwards(() -> insert(acts.head(), "2026-03-02T09:00:00Z", 1));

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.head().number()).isEqualTo(first + 3);
    }

    @Test
    void the_database_itself_refuses_to_change_delete_or_cut() {
        for (String attack : List.of(
                "update app.act set summary = 'Another' where number = " + first,
                "update app.act set salt = null, summary = null, details = null, ground = null where number = " + first,
                "delete from app.act where number = " + first,
                "truncate app.act",
                "select app.empty_acts('" + CASE + "')")) {
            assertThatThrownBy(() -> jdbc.execute(attack)).as(attack).rootCause().hasMessageContaining("append-only");
        }
    }

    @Test
    void the_applications_own_role_has_no_right_to_do_it_either() throws Exception {
        inThisDatabase("create role redress_app login");
        try {
            inThisDatabase(Files.readString(Path.of("src/main/resources/db/rights/afterMigrate.sql"))
                    .replace("${application}", "redress_app"));
            try (Connection app = as("redress_app"); Statement sql = app.createStatement()) {
                for (String attack : List.of(
                        "update app.act set summary = null",
                        "delete from app.act",
                        "truncate app.act",
                        "update app.disposed_case set disposed_at = now()",
                        "delete from app.disposed_case",
                        "delete from app.record_check",
                        "alter table app.act disable trigger all",
                        "drop trigger act_append_only on app.act",
                        "drop table app.act",
                        "create or replace function app.act_is_append_only() returns trigger language plpgsql as 'begin return new; end'",
                        "set session_replication_role = replica",
                        "update app.flyway_schema_history set checksum = 0")) {
                    assertThatThrownBy(() -> sql.execute(attack))
                            .as(attack)
                            .isInstanceOfSatisfying(SQLException.class, no -> assertThat(no.getSQLState()).isEqualTo("42501"));
                }
                app.setAutoCommit(false);
                assertThat(sql.executeQuery("select count(*) from app.act").next()).isTrue();
                Head head = acts.head();
                sql.executeUpdate("insert into app.act (number, version, case_reference, at, person, action, personal_digest,"
                        + " previous_hash, hash) values (" + (head.number() + 1) + ", 2, null, now(), 'x', 'X_Y', repeat('a', 64),"
                        + " '" + head.hash() + "', repeat('b', 64))");
                sql.executeUpdate("update app.case_file set state = state");
                sql.executeUpdate("insert into app.disposed_case values ('" + CASE
                        + "', now(), now(), now(), 'REVIEW_UPHELD', current_date, now())");
                assertThat(sql.executeQuery("select app.empty_acts('" + CASE + "')").next()).isTrue();
                app.rollback();
            }
        } finally {
            inThisDatabase("drop owned by redress_app; drop role redress_app");
        }
    }

    @Test
    void the_nightly_check_keeps_the_head_in_the_data_folder_and_names_what_it_finds_once(
            @org.springframework.beans.factory.annotation.Value("${redress.data-dir}") Path data) throws IOException {
        watch.everyNight();
        assertThat(new HeadsElsewhere(data).read()).contains(acts.head());
        assertThat(watch.latest().orElseThrow().verdict().whole()).isTrue();
        long before = acts.head().number();

        transaction.executeWithoutResult(tx -> {
            jdbc.execute("alter table app.act disable trigger all");
            jdbc.update("delete from app.act where number = ?", first + 2);
            assertThat(watch.check().firstBroken()).isEqualTo(first + 2);
            assertThat(watch.latest().orElseThrow().verdict().problem()).contains("cut off");
            tx.setRollbackOnly();
        });
        assertThat(acts.head().number()).isEqualTo(before);
    }

    @Test
    void the_role_that_somebody_had_stays_on_record() {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "officer1", null, AuthorityUtils.createAuthorityList("reviews-officers")));
        try {
            transaction.executeWithoutResult(tx -> {
                acts.append(Act.of(CASE, "officer1", "WROTE_NOTE", "As an officer"));
                acts.append(Act.of(CASE, "redress", "CLOSED_CASE", "By the house"));
            });
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(acts.of(CASE).subList(0, 2)).extracting(RecordedAct::role).containsExactly(null, "reviews-officers");
    }

    @Test
    void refusals_go_on_record_once_an_hour_and_cannot_flood_it() {
        String account = "flooder" + first;
        long before = acts.head().number();
        refused.note(CASE, account, "open the case");
        refused.note(CASE, account, "open the case");
        assertThat(acts.head().number()).isEqualTo(before + 1);
        assertThat(acts.of(CASE).get(0).summary()).isEqualTo("Refused: open the case");

        for (int i = 0; i < 3 * RefusedActs.MOST_AN_HOUR; i++) {
            refused.note(null, account, "thing " + i);
        }
        assertThat(acts.head().number()).isEqualTo(before + RefusedActs.MOST_AN_HOUR + 1);
    }

    private Verdict check(Head... printed) {
        return new ChainCheck(jdbc).check(List.of(printed));
    }

    /** What a check says after an attack by somebody with every right, which is then undone. */
    private Verdict afterwards(Supplier<Integer> attack, Head... printed) {
        return transaction.execute(tx -> {
            tx.setRollbackOnly();
            jdbc.execute("alter table app.act disable trigger all");
            assertThat(attack.get()).as("rows attacked").isPositive();
            return check(printed);
        });
    }

    private int insert(Head after, String at, int version) {
        String digest = Chain.personalDigest(version, "5a".repeat(16), "Forged", "{}", null);
        Chain.Link link = new Chain.Link(
                version, after.hash(), after.number() + 1, CASE, Instant.parse(at), "officer1", null, "WROTE_NOTE", null, digest);
        return jdbc.update(
                "insert into app.act (number, version, case_reference, at, person, action, summary, details, salt,"
                        + " personal_digest, previous_hash, hash) values (?, ?, ?, ?, 'officer1', 'WROTE_NOTE', 'Forged', '{}', ?, ?, ?, ?)",
                link.number(), version, CASE, Timestamp.from(link.at()), "5a".repeat(16), digest, after.hash(), Chain.hash(link));
    }

    private void inThisDatabase(String sql) {
        jdbc.execute(sql);
    }

    private Connection as(String role) throws SQLException {
        try (Connection mine = database.getConnection()) {
            String url = mine.getMetaData().getURL().replaceAll("user=[^&]*", "user=" + role);
            return DriverManager.getConnection(url, role, "");
        }
    }
}
