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
import org.junit.jupiter.api.io.TempDir;
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
    private RecordKeys keys;

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
        "update app.act set seal = null where number = ?",
        "update app.act set seal = repeat('a', 64) where number = ?",
        "update app.act set seal = (select seal from app.act where number = 1) where number = ?",
        "update app.act set key_id = 'another' where number = ?",
        "update app.act set version = 2, key_id = null, seal = null where number = ?",
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
            jdbc.update("update app.act set number = 1000000000 where number = ?", first);
            jdbc.update("update app.act set number = ? where number = ?", first, first + 1);
            return jdbc.update("update app.act set number = ? where number = 1000000000", first + 1);
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
                    // by somebody who has the key as well
                    return insert(acts.head(), "2026-03-02T09:00:00Z", 3, keys) + insert(acts.head(), "2026-03-02T09:00:01Z", 3, keys);
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
    void acts_of_earlier_versions_verify_before_sealed_ones_and_the_check_says_that_only_the_chain_speaks_for_them() {
        Verdict verdict = afterwards(() -> {
            jdbc.update("delete from app.act");
            return insert(acts.head(), "2026-03-02T09:00:00Z", 1, null) + insert(acts.head(), "2026-03-02T09:00:01Z", 2, null)
                    + insert(acts.head(), "2026-03-02T09:00:02Z", 3, keys);
        });

        assertThat(verdict.whole()).as(verdict.problem()).isTrue();
        assertThat(verdict.head().number()).isEqualTo(3);
        assertThat(verdict.limits()).contains("Acts 1 to 2 carry no seal");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_act_of_an_earlier_version_that_somebody_added_behind_sealed_ones_is_named(int version) {
        Verdict verdict = afterwards(() -> insert(acts.head(), "2026-03-02T09:00:00Z", version, null));

        assertThat(verdict.firstBroken()).isEqualTo(first + 3);
        assertThat(verdict.problem()).isEqualTo("Act " + (first + 3) + " carries no seal, though acts before it do: somebody"
                + " without the key added it to the table");
    }

    @Test
    void acts_that_somebody_without_the_key_added_with_the_right_hashes_are_named(@TempDir Path folder) throws IOException {
        RecordKeys others = RecordKeys.readOrMake(folder.resolve("own.key"));
        RecordKeys sameName = RecordKeys.read(Files.writeString(
                folder.resolve("same.key"), keys.current() + " " + "ab".repeat(32) + "\n"));

        Verdict none = afterwards(() -> insert(acts.head(), "2026-03-02T09:00:00Z", 3, null));
        Verdict own = afterwards(() -> insert(acts.head(), "2026-03-02T09:00:00Z", 3, others));
        Verdict name = afterwards(() -> insert(acts.head(), "2026-03-02T09:00:00Z", 3, sameName)
                + insert(acts.head(), "2026-03-02T09:00:01Z", 3, keys));

        assertThat(List.of(none, own, name)).extracting(Verdict::firstBroken).containsOnly(first + 3);
        assertThat(none.problem()).contains("which the key file here does not have");
        assertThat(own.problem()).contains("sealed with the key " + others.current());
        assertThat(name.problem()).contains("carries a seal that our key did not make");
    }

    @Test
    void a_tail_that_was_replaced_without_the_key_is_named_at_its_first_act() {
        Verdict verdict = afterwards(() -> {
            jdbc.update("delete from app.act where number > ?", first);
            return insert(acts.head(), "2026-03-02T09:00:00Z", 2, null) + insert(acts.head(), "2026-03-02T09:00:01Z", 2, null);
        });

        assertThat(verdict.firstBroken()).isEqualTo(first + 1);
        assertThat(verdict.problem()).contains("carries no seal");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void an_act_with_a_number_below_one_is_named(long number) {
        Verdict verdict = afterwards(() -> {
            jdbc.execute("alter table app.act drop constraint act_number_from_one");
            return copyOf(first, number);
        });

        assertThat(verdict.firstBroken()).isEqualTo(number);
        assertThat(verdict.problem()).startsWith("Act " + number + " is none of ours");
        assertThatThrownBy(() -> copyOf(first, number)).rootCause().hasMessageContaining("act_number_from_one");
    }

    @Test
    void a_gap_before_an_added_act_is_named() {
        Verdict verdict = afterwards(() -> copyOf(first, first + 7));

        assertThat(verdict.firstBroken()).isEqualTo(first + 3);
        assertThat(verdict.problem()).isEqualTo("Act " + (first + 3) + " is missing");
    }

    @Test
    void an_act_that_is_there_twice_is_named() {
        Verdict verdict = afterwards(() -> {
            jdbc.execute("alter table app.act drop constraint act_pkey");
            return copyOf(first + 1, first + 1);
        });

        assertThat(verdict.firstBroken()).isEqualTo(first + 1);
        assertThat(verdict.problem()).isEqualTo("Act " + (first + 1) + " is there more than once");
    }

    @Test
    void without_the_key_only_the_chain_is_checked_and_the_check_says_so() {
        Verdict verdict = new ChainCheck(jdbc, RecordKeys.none()).check(List.of());

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.limits()).contains("There is no key of the record here", "do not show");
    }

    @Test
    void the_key_can_be_changed_and_a_lost_one_proves_nothing_more(@TempDir Path folder) throws IOException {
        RecordKeys fresh = RecordKeys.readOrMake(folder.resolve("fresh.key"));
        String line = Files.readString(folder.resolve("fresh.key"));
        RecordKeys lost = RecordKeys.read(
                Files.writeString(folder.resolve("lost.key"), "# lost in the flood\n" + keys.current() + " lost\n" + line));

        Verdict[] verdicts = transaction.execute(tx -> {
            tx.setRollbackOnly();
            insert(acts.head(), "2026-03-02T09:00:00Z", 3, fresh);
            Verdict before = new ChainCheck(jdbc, lost).check(List.of());
            insert(acts.head(), "2026-03-02T09:00:01Z", 3, keys);
            return new Verdict[] {before, new ChainCheck(jdbc, lost).check(List.of())};
        });

        assertThat(verdicts[0].whole()).as(verdicts[0].problem()).isTrue();
        assertThat(verdicts[0].limits()).contains("A key is lost that sealed " + (first + 2) + " acts");
        assertThat(verdicts[1].firstBroken()).as("the lost key after the fresh one").isEqualTo(first + 4);
    }

    @Test
    void the_check_says_what_a_cut_since_the_last_kept_head_would_look_like() {
        Head last = acts.head();
        Head kept = new Head(last.number() - 2, jdbc.queryForObject(
                "select hash from app.act where number = ?", String.class, last.number() - 2));
        ChainCheck check = new ChainCheck(jdbc, keys);
        Instant at = Instant.parse("2026-03-02T09:00:00Z");

        assertThat(check.check(List.of()).limits()).contains("No head was kept elsewhere");
        assertThat(check.check(List.of(), List.of(new KeptHead(at, kept))).limits())
                .contains("The last head kept elsewhere is act " + kept.number() + " of 2 March 2026 at 09:00 UTC; 2 acts stand after it:"
                        + " if some of these were cut off, the record would end earlier and still look whole.");
        assertThat(check.check(List.of(), List.of(new KeptHead(null, kept), new KeptHead(at, last))).limits())
                .contains("nothing stands after it, and a cut before it would show");
    }

    @Test
    void a_second_head_of_the_same_act_does_not_make_the_first_forgotten() {
        Head last = acts.head();

        assertThat(check(new Head(last.number(), "e".repeat(64)), last).firstBroken()).isEqualTo(last.number());
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
        return new ChainCheck(jdbc, keys).check(List.of(printed));
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

    /** An act that fits the chain, with the seal of these keys, or without one. */
    private int insert(Head after, String at, int version, RecordKeys with) {
        String digest = Chain.personalDigest(version, "5a".repeat(16), "Forged", "{}", null);
        Chain.Link link = new Chain.Link(version, after.hash(), after.number() + 1, CASE, Instant.parse(at), "officer1", null,
                "WROTE_NOTE", null, digest, with == null ? null : with.current());
        String hash = Chain.hash(link);
        return jdbc.update(
                "insert into app.act (number, version, case_reference, at, person, action, summary, details, salt,"
                        + " personal_digest, previous_hash, hash, key_id, seal)"
                        + " values (?, ?, ?, ?, 'officer1', 'WROTE_NOTE', 'Forged', '{}', ?, ?, ?, ?, ?, ?)",
                link.number(), version, CASE, Timestamp.from(link.at()), "5a".repeat(16), digest, after.hash(), hash,
                link.key(), with == null ? null : with.seal(hash));
    }

    /** The same row once more under another number. */
    private int copyOf(long number, long as) {
        return jdbc.update(
                """
                insert into app.act (number, version, case_reference, at, person, role, action, summary, ground, details, salt,
                  personal_digest, previous_hash, hash, key_id, seal)
                select ?, version, case_reference, at, person, role, action, summary, ground, details, salt,
                  personal_digest, previous_hash, encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), key_id, seal
                from app.act where number = ?
                """,
                as, number);
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
