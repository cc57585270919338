package org.redress.engine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Whoever guesses passwords waits longer and longer; the person whose account it is does not. */
@RedressTest
@Transactional
class SignInTriesIT {

    private final JdbcTemplate jdbc;
    private final Moving clock = new Moving();
    private final SignInTries tries;

    @Autowired
    SignInTriesIT(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tries = new SignInTries(jdbc, clock);
    }

    @BeforeEach
    void nobody_has_tried_yet() {
        jdbc.update("delete from app.sign_in_failure");
    }

    @Test
    void a_few_slips_cost_nothing_and_each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail("anna", "10.0.0.1", 4);
        assertThat(tries.toWait("anna", "10.0.0.1")).isZero();

        fail("anna", "10.0.0.1", 1);
        assertThat(tries.toWait("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(15));
        clock.pass(Duration.ofSeconds(15));
        assertThat(tries.toWait("anna", "10.0.0.1")).isZero();

        fail("anna", "10.0.0.1", 1);
        assertThat(tries.toWait("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
        fail("anna", "10.0.0.1", 20);
        assertThat(tries.toWait("anna", "10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        clock.pass(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(tries.toWait("anna", "10.0.0.1")).isZero();
    }

    @Test
    void the_spelling_of_an_account_opens_no_second_door() {
        fail("anna", "10.0.0.1", 3);
        fail("ANNA", "10.0.0.1", 2);

        assertThat(tries.toWait("Anna", "10.0.0.1")).isPositive();
    }

    @Test
    void the_right_password_forgives_the_slips_before_it() {
        fail("anna", "10.0.0.1", 4);
        tries.succeeded("anna", "10.0.0.1");
        fail("anna", "10.0.0.1", 4);

        assertThat(tries.toWait("anna", "10.0.0.1")).isZero();
    }

    @Test
    void strangers_cannot_keep_a_person_out_of_their_own_account() {
        tries.succeeded("anna", "10.0.0.1");
        for (int stranger = 0; stranger < 100; stranger++) {
            fail("anna", "192.0.2." + stranger, 3);
        }

        assertThat(tries.toWait("anna", "10.0.0.1")).as("where she works").isZero();
        assertThat(tries.toWait("anna", "192.0.2.200")).as("from anywhere else").isPositive();
        assertThat(tries.toWait("bert", "192.0.2.200")).as("another account").isZero();
    }

    @Test
    void one_address_that_tries_account_after_account_waits_for_all_of_them() {
        for (int account = 0; account < SignInTries.OF_ADDRESS; account++) {
            fail("person" + account, "192.0.2.7", 1);
        }

        assertThat(tries.toWait("somebody-new", "192.0.2.7")).isPositive();
        assertThat(tries.toWait("somebody-new", "192.0.2.8")).isZero();
    }

    @Test
    void guesses_that_are_not_judged_yet_count_like_wrong_ones() {
        fail("anna", "10.0.0.1", 2);
        assertThat(tries.toWait("anna", "10.0.0.1", new TriesUnderWay.Ahead(2, 2, 2))).isZero();
        assertThat(tries.toWait("anna", "10.0.0.1", new TriesUnderWay.Ahead(3, 3, 3))).isEqualTo(TriesUnderWay.A_MOMENT);

        fail("bert", "192.0.2.9", 20);
        assertThat(tries.toWait("bert", "10.0.0.2", new TriesUnderWay.Ahead(0, 10, 0))).isEqualTo(TriesUnderWay.A_MOMENT);
        tries.succeeded("bert", "10.0.0.2");
        assertThat(tries.toWait("bert", "10.0.0.2", new TriesUnderWay.Ahead(0, 10, 0))).as("where he works").isZero();
        assertThat(tries.toWait("carl", "10.0.0.1", new TriesUnderWay.Ahead(0, 0, 98))).isEqualTo(TriesUnderWay.A_MOMENT);
    }

    @Test
    void a_try_is_under_way_for_its_account_and_its_address_until_it_is_judged() {
        TriesUnderWay underWay = new TriesUnderWay();
        assertThat(underWay.begin("anna", "10.0.0.1")).isEqualTo(new TriesUnderWay.Ahead(0, 0, 0));
        assertThat(underWay.begin("ANNA", "10.0.0.1")).isEqualTo(new TriesUnderWay.Ahead(1, 1, 1));
        assertThat(underWay.begin("anna", "10.0.0.2")).isEqualTo(new TriesUnderWay.Ahead(0, 2, 0));
        underWay.judged();
        assertThat(underWay.begin("bert", "10.0.0.2")).as("the last one is judged").isEqualTo(new TriesUnderWay.Ahead(0, 0, 0));
    }

    @Test
    void nobody_can_read_from_the_table_who_tried_from_where() {
        fail("anna", "10.0.0.1", 1);

        assertThat(jdbc.queryForList("select account || address from app.sign_in_failure", String.class))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{128}");
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            tries.failed(account, address);
        }
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
