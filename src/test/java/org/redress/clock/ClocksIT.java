package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.clock.TestClocks.ACKNOWLEDGEMENT;
import static org.redress.clock.TestClocks.ANSWER_FROM_APPLICANT;
import static org.redress.clock.TestClocks.APPLICATION_PERIOD;
import static org.redress.clock.TestClocks.DECISION_TARGET;
import static org.redress.clock.TestClocks.PAPERS;
import static org.redress.clock.TestClocks.RECOMMENDATION_REPLY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Fault;
import org.redress.kind.Kinds;
import org.redress.rules.Rule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ClockSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ClockDatabase.class)
class ClocksIT {

    private static final AtomicInteger CASES = new AtomicInteger();

    @Autowired
    private Clocks clocks;
    @Autowired
    private DiagramClocks diagrams;
    @Autowired
    private ClockRules rules;
    @Autowired
    private ClockSlice.Wall wall;
    @Autowired
    private ClockSlice.Heard heard;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private javax.sql.DataSource dataSource;

    private String ref;

    @BeforeEach
    void newCase() {
        ref = "RV/2026/%06dA".formatted(CASES.incrementAndGet());
        wall.turnTo("2026-03-02");
        heard.moves.clear();
    }

    @Test
    @Rule("S2")
    void an_acknowledgement_is_due_on_the_fifth_working_day_after_receipt() {
        wall.turnTo("2026-04-02");
        start(ACKNOWLEDGEMENT, "2026-04-02");

        assertThat(clocks.dueOn(ACKNOWLEDGEMENT.of(ref))).contains(day("2026-04-13"));
        ClockView clock = view(ACKNOWLEDGEMENT);
        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.words()).isEqualTo("Due in 5 working days");
        assertThat(clock.explanation()).isEqualTo("The 5th working day after Thursday 2 April 2026 is Monday 13 April"
                + " 2026; Good Friday 3 April, Easter Monday 6 April and the weekends are not counted"
                + " (practice: MOPAC, Cleveland).");
        assertThat(clock.caution()).isNull();
        assertThat(heard.moves).containsExactly(
                new DueDayMoved(ref, ACKNOWLEDGEMENT, null, day("2026-04-13"), "Application received"));
    }

    @Test
    void a_timer_gets_the_end_of_the_day_and_a_task_the_day_itself_on_both_sides_of_a_clock_change() {
        start(RECOMMENDATION_REPLY, "2026-03-02");
        assertThat(clocks.dueOn(RECOMMENDATION_REPLY.of(ref))).contains(day("2026-03-30"));
        assertThat(diagrams.due(ref, "RECOMMENDATION_REPLY")).isEqualTo(at("2026-03-30T23:00:00Z"));
        assertThat(diagrams.dueDay(ref, "RECOMMENDATION_REPLY")).isEqualTo(at("2026-03-30T22:59:59Z"));

        start(ACKNOWLEDGEMENT, "2026-03-02");
        assertThat(diagrams.due(ref, "ACKNOWLEDGEMENT")).isEqualTo(at("2026-03-10T00:00:00Z"));
        assertThat(diagrams.due(ref, "PAPERS")).isNull();
        assertThat(diagrams.dueDay(ref, "PAPERS")).isNull();
    }

    @Test
    void a_stopped_clock_has_no_due_day_and_a_restarted_one_gives_back_the_days() {
        start(PAPERS, "2026-03-02");
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-16"));

        clocks.stop(PAPERS.of(ref), day("2026-03-05"), "Waiting for consent", "caseworker1");
        assertThat(clocks.dueOn(PAPERS.of(ref))).isEmpty();
        assertThat(diagrams.due(ref, "PAPERS")).isNull();
        assertThat(clocks.isStopped(PAPERS.of(ref))).isTrue();

        clocks.restart(PAPERS.of(ref), day("2026-03-12"), "Consent came", "caseworker1");
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-23"));
        assertThat(view(PAPERS).explanation()).contains("leaving out the days after Thursday 5 March 2026 up to"
                + " Thursday 12 March 2026 (Waiting for consent)");
        assertThat(heard.moves).extracting(DueDayMoved::from)
                .containsExactly(null, day("2026-03-16"), null);
        assertThat(heard.moves).extracting(DueDayMoved::to)
                .containsExactly(day("2026-03-16"), null, day("2026-03-23"));
    }

    @Test
    void an_extension_moves_the_due_day_and_says_so() {
        start(RECOMMENDATION_REPLY, "2026-03-02");
        clocks.extend(RECOMMENDATION_REPLY.of(ref), day("2026-04-20"), "The force asked on 20 March", "officer1");
        assertThat(clocks.dueOn(RECOMMENDATION_REPLY.of(ref))).contains(day("2026-04-20"));
        clocks.extendBy(RECOMMENDATION_REPLY.of(ref), 7, "And again", "officer1");
        assertThat(clocks.dueOn(RECOMMENDATION_REPLY.of(ref))).contains(day("2026-04-27"));
        assertThat(view(RECOMMENDATION_REPLY).explanation()).isEqualTo("The time was extended to Monday 20 April 2026"
                + " (The force asked on 20 March) and by 7 days more, which leads to Monday 27 April 2026.");

        start(PAPERS, "2026-03-02");
        clocks.extendBy(PAPERS.of(ref), 5, "Agreed with the force", "officer1");
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-23"));
        assertThatThrownBy(() -> clocks.extend(PAPERS.of(ref), day("2026-03-23"), "x", "officer1"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("newDue");
    }

    @Test
    void a_met_clock_is_due_no_longer_and_tells_whether_it_was_in_time() {
        start(ACKNOWLEDGEMENT, "2026-03-02");
        clocks.end(ACKNOWLEDGEMENT.of(ref), day("2026-03-11"), "Acknowledged", "caseworker1");

        ClockView clock = view(ACKNOWLEDGEMENT);
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.words()).isEqualTo("Done 2 working days late");
        assertThat(clock.late()).isTrue();
        assertThat(clocks.isMet(ACKNOWLEDGEMENT.of(ref))).isTrue();
        assertThat(diagrams.due(ref, "ACKNOWLEDGEMENT")).isNull();
        assertThat(heard.moves.get(1).to()).isNull();
    }

    @Test
    void a_clock_that_is_started_again_begins_from_the_beginning() {
        start(ANSWER_FROM_APPLICANT, "2026-03-02");
        clocks.extendBy(ANSWER_FROM_APPLICANT.of(ref), 10, "Was ill", "caseworker1");
        clocks.end(ANSWER_FROM_APPLICANT.of(ref), day("2026-03-09"), "Answer received", "caseworker1");
        start(ANSWER_FROM_APPLICANT, "2026-04-01");

        assertThat(clocks.dueOn(ANSWER_FROM_APPLICANT.of(ref))).contains(day("2026-04-15"));
        assertThat(view(ANSWER_FROM_APPLICANT).facts()).hasSize(4);
        int facts = view(ANSWER_FROM_APPLICANT).facts().size();
        start(ANSWER_FROM_APPLICANT, "2026-04-01");
        assertThat(view(ANSWER_FROM_APPLICANT).facts()).as("the same start again says nothing new").hasSize(facts);
    }

    @Test
    void a_deemed_day_and_days_left_out_change_the_count() {
        start(PAPERS, "2026-03-02");
        clocks.deem(PAPERS.of(ref), day("2026-03-04"), "Request counts as received", "caseworker1");
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-18"));
        clocks.leaveOut(PAPERS.of(ref), day("2026-03-09"), day("2026-03-11"), "System down", "caseworker1");
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-20"));
    }

    @Test
    void the_end_of_a_case_cancels_whatever_is_open() {
        start(PAPERS, "2026-03-02");
        start(DECISION_TARGET, "2026-03-02");
        start(ACKNOWLEDGEMENT, "2026-03-02");
        clocks.end(ACKNOWLEDGEMENT.of(ref), day("2026-03-03"), "Acknowledged", "caseworker1");
        heard.moves.clear();

        clocks.cancelOpen(ref, day("2026-03-04"), "Complaint withdrawn", "caseworker1");
        assertThat(clocks.of(ref)).extracting(ClockView::state)
                .containsExactly(ClockState.MET, ClockState.CANCELLED, ClockState.CANCELLED);
        assertThat(heard.moves).hasSize(2).allMatch(move -> move.to() == null);
        assertThat(view(PAPERS).explanation())
                .isEqualTo("No longer needed since Wednesday 4 March 2026: Complaint withdrawn.");
    }

    @Test
    void priority_rises_as_the_day_comes_near() {
        start(PAPERS, "2026-03-02");
        assertThat(diagrams.priority(ref, "PAPERS")).isEqualTo(50);
        wall.turnTo("2026-03-10");
        assertThat(diagrams.priority(ref, "PAPERS")).as("four working days away").isEqualTo(50);
        wall.turnTo("2026-03-11");
        assertThat(diagrams.priority(ref, "PAPERS")).as("three working days away").isEqualTo(75);
        wall.turnTo("2026-03-16");
        assertThat(diagrams.priority(ref, "PAPERS")).isEqualTo(75);
        assertThat(view(PAPERS).words()).isEqualTo("Due today");
        assertThat(clocks.isLate(PAPERS.of(ref))).isFalse();
        wall.turnTo("2026-03-18");
        assertThat(diagrams.priority(ref, "PAPERS")).isEqualTo(100);
        assertThat(view(PAPERS).words()).isEqualTo("2 working days late");
        assertThat(clocks.isLate(PAPERS.of(ref))).isTrue();
        assertThat(diagrams.priority(ref, "ACKNOWLEDGEMENT")).as("a clock that never started").isEqualTo(50);
    }

    @Test
    void numbers_that_nobody_confirmed_say_so_where_they_are_seen() {
        start(RECOMMENDATION_REPLY, "2026-03-02");
        assertThat(view(RECOMMENDATION_REPLY).caution()).startsWith("Check before relying on this: ");
        assertThat(rules.all()).hasSize(Kinds.ofTheHouse().clocks().size());
        assertThat(rules.all()).filteredOn(rule -> !rule.verified()).extracting(ClockRule::clock)
                .containsExactlyInAnyOrder(TestClocks.VALIDITY, ANSWER_FROM_APPLICANT, PAPERS, DECISION_TARGET, TestClocks.CLOSING, RECOMMENDATION_REPLY,
                        TestClocks.WITHDRAWAL_REPLY, TestClocks.SENDING_ON,
                        TestClocks.TAKING_UP, TestClocks.PAPERS_CHASE, TestClocks.RAISED_CASE, new ClockName("LETTER_OWED"));
    }

    @Test
    void every_fact_rests_on_the_ground_of_its_clock_and_says_where_that_is_not_confirmed() {
        start(ACKNOWLEDGEMENT, "2026-03-02");
        clocks.end(ACKNOWLEDGEMENT.of(ref), day("2026-03-03"), "Acknowledged", "caseworker1");
        clocks.start(RECOMMENDATION_REPLY.of(ref, 2), day("2026-03-02"), "Made", "officer1");
        clocks.extend(RECOMMENDATION_REPLY.of(ref, 2), day("2026-04-20"), "The force asked", "officer1");

        assertThat(view(ACKNOWLEDGEMENT).facts()).hasSize(2).extracting(ClockView.Fact::ground)
                .containsOnly("practice: MOPAC, Cleveland");
        assertThat(view(RECOMMENDATION_REPLY).facts()).hasSize(2).extracting(ClockView.Fact::ground)
                .containsOnly("reg 30 (not confirmed)");
        assertThat(clocks.ground(PAPERS)).isEqualTo("para 25(4); the number of days is a local agreement (not confirmed)");
    }

    @Test
    void what_cannot_be_done_is_refused_with_a_next_step() {
        assertThatThrownBy(() -> clocks.stop(PAPERS.of(ref), day("2026-03-02"), "x", "z"))
                .isInstanceOf(ClockStateException.class)
                .hasMessage("Papers from the force: It has not started; start it first.");
        start(PAPERS, "2026-03-02");
        assertThatThrownBy(() -> clocks.restart(PAPERS.of(ref), day("2026-03-02"), "x", "z"))
                .isInstanceOf(ClockStateException.class).hasMessageContaining("It is running; stop it first.");
        assertThatThrownBy(() -> clocks.stop(PAPERS.of(ref), day("2026-03-01"), "x", "z"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("Monday 2 March 2026");
        clocks.stop(PAPERS.of(ref), day("2026-03-06"), "x", "z");
        assertThatThrownBy(() -> clocks.restart(PAPERS.of(ref), day("2026-03-05"), "x", "z"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("Friday 6 March 2026");
        assertThatThrownBy(() -> clocks.start(new ClockAddress(" ", null, 0), null, "", " ")).isInstanceOfSatisfying(
                ClockInputException.class, e -> assertThat(e.faults()).extracting(Fault::field)
                        .containsExactly("caseReference", "clock", "what", "by", "on"));
        assertThatThrownBy(() -> diagrams.due(ref, "PAPER")).isInstanceOf(ClockInputException.class)
                .hasMessageContaining("There is no clock PAPER");
        assertThatThrownBy(() -> clocks.stop(APPLICATION_PERIOD.of(ref), day("2026-03-05"), "x", "z"))
                .isInstanceOf(ClockStateException.class).hasMessageContaining("leave days out instead");
        assertThatThrownBy(() -> clocks.leaveOut(PAPERS.of(ref), day("2026-03-05"), day("2026-03-04"), "x", "z"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("to:");
        assertThatThrownBy(() -> clocks.extendBy(PAPERS.of(ref), 0, "x", "z"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("count:");
    }

    @Test
    void as_known_on_a_past_day_shows_the_file_of_that_day() {
        wall.turnTo("2026-04-02");
        clocks.applicationMade(ref, ApplicationMade.of(day("2026-02-23"), Instant.parse("2026-04-02T10:12:00Z"), null,
                null, null), "caseworker1");
        start(ACKNOWLEDGEMENT, "2026-04-02");
        assertThat(clocks.countedDays(ref)).isEqualTo(38);

        wall.turnTo("2026-04-09");
        ApplicationMade forwarded = ApplicationMade.of(day("2026-02-23"), Instant.parse("2026-04-02T10:12:00Z"),
                WrongBody.IOPC, Instant.parse("2026-03-17T13:00:00Z"), Instant.parse("2026-04-01T16:20:00Z"));
        clocks.applicationMade(ref, forwarded, "officer1");

        assertThat(clocks.countedDays(ref)).isEqualTo(22);
        assertThat(clocks.lastDay(ref)).isEqualTo(day("2026-03-23"));
        assertThat(view(APPLICATION_PERIOD).words()).isEqualTo("Day 22 of 28");
        assertThat(view(APPLICATION_PERIOD).explanation()).isEqualTo("The information about the right to a review was"
                + " provided on Monday 23 February 2026, so the last day for applying was Monday 23 March 2026"
                + " (reg 29(2)); the application counts as made on Wednesday 1 April 2026 (Sch 3 para 31(3)), 37 days"
                + " later, of which 15 (with the IOPC until Wednesday 1 April 2026) are left out of account, so 22 days"
                + " count against the 28.");
        ClockView earlier = clocks.asKnownOn(ref, day("2026-04-08")).get(0);
        assertThat(earlier.countedDays()).isEqualTo(38);
        assertThat(earlier.words()).isEqualTo("10 days out of time");
        assertThat(earlier.late()).isTrue();
        assertThat(earlier.facts()).hasSize(2);
        assertThat(clocks.asKnownOn(ref, day("2026-04-01"))).isEmpty();
        assertThat(clocks.asKnownOn(ref, day("2026-04-02")).get(1).words()).isEqualTo("Due in 5 working days");

        int facts = view(APPLICATION_PERIOD).facts().size();
        clocks.applicationMade(ref, forwarded, "officer1");
        assertThat(view(APPLICATION_PERIOD).facts()).as("told the same again").hasSize(facts);
    }

    @Test
    void a_body_that_leaves_no_day_out_stays_visible_and_costs_no_day() {
        Instant received = Instant.parse("2026-05-05T09:00:00Z");
        clocks.applicationMade(ref, new ApplicationMade(day("2026-04-01"), received, List.of(
                new Misdirection(WrongBody.FORCE, Instant.parse("2026-04-10T09:00:00Z"), Instant.parse("2026-04-14T09:00:00Z")),
                new Misdirection(WrongBody.IOPC, Instant.parse("2026-04-15T09:00:00Z"), Instant.parse("2026-05-04T09:00:00Z")))),
                "caseworker1");
        assertThat(clocks.countedDays(ref)).isEqualTo(33 - 19);
        assertThat(view(APPLICATION_PERIOD).explanation()).endsWith("the application counts as made on Monday 4 May 2026"
                + " (Sch 3 para 31(3)), 33 days later, of which 19 (with the IOPC until Monday 4 May 2026) are left out of"
                + " account, so 14 days count against the 28.");
        assertThat(view(APPLICATION_PERIOD).facts()).filteredOn(fact -> fact.kind() == FactKind.NOTE).singleElement()
                .satisfies(note -> {
                    assertThat(note.on()).isEqualTo("2026-04-10");
                    assertThat(note.until()).isEqualTo("2026-04-14");
                    assertThat(note.what()).isEqualTo("Sent to the force by mistake; no day is left out for that");
                    assertThat(note.ground()).contains("paras 31 and 32");
                });
    }

    @Test
    void a_right_first_thought_never_explained_is_still_known_so_on_the_days_before_it_was_found() {
        wall.turnTo("2026-03-02");
        Instant received = Instant.parse("2026-03-02T09:14:00Z");
        clocks.applicationMade(ref, ApplicationMade.of(null, received, null, null, null), "caseworker1");
        wall.turnTo("2026-03-09");
        clocks.applicationMade(ref, ApplicationMade.of(day("2026-01-20"), received, null, null, null), "officer1");
        assertThat(view(APPLICATION_PERIOD).words()).isEqualTo("13 days out of time");
        ClockView before = clocks.asKnownOn(ref, day("2026-03-08")).get(0);
        assertThat(before.state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(before.words()).isEqualTo("Never started");
        assertThat(before.late()).isFalse();
        assertThat(before.explanation()).startsWith("The 28 days for applying have not begun");
        assertThat(clocks.asKnownOn(ref, day("2026-03-09")).get(0).countedDays()).isEqualTo(41);
    }

    @Test
    void a_correction_sets_the_earlier_fact_aside_and_both_stay_visible() {
        Instant received = Instant.parse("2026-03-02T09:14:00Z");
        clocks.applicationMade(ref, ApplicationMade.of(null, received, null, null, null), "caseworker1");
        assertThat(clocks.countedDays(ref)).isNull();
        assertThat(clocks.lastDay(ref)).isNull();
        assertThat(view(APPLICATION_PERIOD).state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(view(APPLICATION_PERIOD).words()).isEqualTo("Never started");

        clocks.applicationMade(ref, ApplicationMade.of(day("2026-02-01"), received, null, null, null), "caseworker1");
        assertThat(clocks.countedDays(ref)).isEqualTo(29);
        clocks.extend(APPLICATION_PERIOD.of(ref), day("2026-03-02"), "In hospital", "manager");
        clocks.applicationMade(ref, ApplicationMade.of(day("2026-02-10"), received, null, null, null), "caseworker1");
        assertThat(clocks.countedDays(ref)).isEqualTo(20);
        assertThat(clocks.lastDay(ref)).isEqualTo(day("2026-03-10"));
        assertThat(view(APPLICATION_PERIOD).facts()).filteredOn(ClockView.Fact::setAside).singleElement()
                .satisfies(fact -> assertThat(fact.on()).isEqualTo(day("2026-02-01")));
        assertThat(view(APPLICATION_PERIOD).facts()).extracting(ClockView.Fact::kind)
                .contains(FactKind.SET_ASIDE, FactKind.EXTEND);

        clocks.leaveOut(APPLICATION_PERIOD.of(ref), day("2026-02-12"), day("2026-02-15"), "with the IOPC, by telephone", "officer1");
        assertThat(clocks.countedDays(ref)).isEqualTo(17);
        clocks.applicationMade(ref, ApplicationMade.of(day("2026-02-09"), received, null, null, null), "caseworker1");
        assertThat(clocks.countedDays(ref)).as("what an officer recorded stays").isEqualTo(18);
    }

    @Test
    void two_people_who_write_at_once_cannot_both_succeed() {
        start(PAPERS, "2026-03-02");
        TransactionTemplate other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(outer -> {
            clocks.of(ref);
            other.executeWithoutResult(inner -> clocks.extendBy(PAPERS.of(ref), 5, "First", "officer1"));
            clocks.extendBy(PAPERS.of(ref), 3, "Second", "officer2");
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(clocks.dueOn(PAPERS.of(ref))).contains(day("2026-03-23"));
    }

    @Test
    void a_fact_once_recorded_can_be_changed_by_nobody() {
        start(PAPERS, "2026-03-02");
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        assertThatThrownBy(() -> jdbc.update("update app.clock_fact set what = 'something else'"))
                .hasMessageContaining("record a later fact instead");
    }

    @Test
    void a_changed_number_moves_every_open_clock_of_that_name_and_no_other() {
        start(DECISION_TARGET, "2026-03-02");
        start(PAPERS, "2026-03-02");
        String finished = ref;
        newCase();
        start(DECISION_TARGET, "2026-03-02");
        clocks.end(DECISION_TARGET.of(ref), day("2026-03-20"), "Decided", "officer1");
        LocalDate kept = clocks.dueOn(DECISION_TARGET.of(ref)).orElseThrow();
        heard.moves.clear();

        ClockRule was = rules.of(DECISION_TARGET);
        try {
            rules.change(DECISION_TARGET, was.version(), DayRule.P1, 20, WorkingCalendar.ENGLAND_AND_WALES, "local target", true,
                    "Set by the manager", "Agreed for 2026", "owner");
            assertThat(heard.moves).filteredOn(move -> move.caseReference().equals(finished)).singleElement()
                    .isEqualTo(new DueDayMoved(finished, DECISION_TARGET, day("2026-04-13"), day("2026-03-30"),
                            "Moved from Monday 13 April 2026 to Monday 30 March 2026 because the time is now"
                                    + " 20 working days instead of 28 working days: Agreed for 2026"));
            assertThat(heard.moves).allMatch(move -> move.clock().equals(DECISION_TARGET));
            assertThat(clocks.dueOn(DECISION_TARGET.of(ref))).as("one that has ended").contains(kept);
            assertThat(JdbcClient.create(dataSource).sql("select was from app.clock_rule_change where clock = 'DECISION_TARGET'").query(String.class)
                    .single()).startsWith("28 working days");
        } finally {
            rules.change(DECISION_TARGET, was.version() + 1, was.rule(), was.count(), was.calendar(), was.provision(), was.verified(),
                    was.note(), "Back", "owner");
        }
        assertThatThrownBy(() -> rules.change(null, 0, DayRule.P3, 0, null, "", false, "", "", ""))
                .isInstanceOfSatisfying(ClockInputException.class,
                        e -> assertThat(e.faults()).extracting(Fault::field).containsExactly(
                                "clock", "rule", "count", "calendar", "provision", "note", "reason", "by"));
    }

    @Test
    void of_two_who_change_a_clock_at_once_the_later_is_told_what_stands_and_changes_nothing() {
        ClockRule seen = rules.of(TestClocks.CLOSING);
        start(TestClocks.CLOSING, "2026-03-02");
        heard.moves.clear();
        Effect would = rules.ifChanged(TestClocks.CLOSING, seen.version(), DayRule.P4, 10, WorkingCalendar.UK, " ours ", true,
                " Read ", " First ", "owner");
        assertThat(would.clocks()).contains(new Effect.OfClock(TestClocks.CLOSING, "Closing the file", would.clocks().get(0).later(), 0));
        assertThat(heard.moves).isEmpty();
        assertThat(rules.of(TestClocks.CLOSING)).isEqualTo(seen);
        try {
            assertThat(rules.change(TestClocks.CLOSING, seen.version(), DayRule.P4, 10, WorkingCalendar.UK, " ours ", true,
                    " Read ", " First ", "owner")).isEqualTo(would);
            assertThat(heard.moves).hasSize(would.dueDays());
            ClockRule now = rules.of(TestClocks.CLOSING);
            assertThat(now).isEqualTo(new ClockRule(TestClocks.CLOSING, "Closing the file", false, DayRule.P4, 10, WorkingCalendar.UK, "ours", true, "Read",
                    now.changedAt(), "owner", "First", seen.version() + 1));
            for (ThrowableAssert.ThrowingCallable late : List.<ThrowableAssert.ThrowingCallable>of(
                    () -> rules.ifChanged(TestClocks.CLOSING, seen.version(), DayRule.P4, 11, WorkingCalendar.UK, "x", true, "x",
                            "Second", "owner"),
                    () -> rules.change(TestClocks.CLOSING, seen.version(), DayRule.P4, 11, WorkingCalendar.UK, "x", true, "x",
                            "Second", "owner"))) {
                assertThatThrownBy(late).isInstanceOfSatisfying(ClockRuleChangedMeanwhile.class, meanwhile -> {
                    assertThat(meanwhile.standing()).isEqualTo(now);
                    assertThat(meanwhile).hasMessage("Closing the file was changed by owner meanwhile");
                });
            }
            assertThat(rules.of(TestClocks.CLOSING)).isEqualTo(now);
            assertThat(rules.history().get(0)).isEqualTo(new ChangedRule(TestClocks.CLOSING, "Closing the file",
                    "5 working days, rule P1, England and Wales, practice, not verified",
                    "10 days, rule P4, the United Kingdom, ours, verified", now.changedAt(), "owner", "First"));
        } finally {
            rules.change(TestClocks.CLOSING, rules.of(TestClocks.CLOSING).version(), seen.rule(), seen.count(), seen.calendar(),
                    seen.provision(), seen.verified(), seen.note(), "Back", "owner");
            clocks.cancelOpen(ref, day("2026-03-03"), "Test over", "x");
        }
    }

    @Test
    void a_clock_that_runs_past_the_calendar_runs_on_and_says_that_its_day_may_move() {
        start(DECISION_TARGET, "2028-12-01");
        assertThat(view(DECISION_TARGET).explanation()).contains(
                "this day may still move, because the bank holidays of 2029 are not in the table yet");
    }

    private void start(ClockName name, String on) {
        clocks.start(name.of(ref), day(on), "Application received", "caseworker1");
    }

    private ClockView view(ClockName name) {
        return clocks.of(ref).stream().filter(clock -> clock.clock().equals(name)).findFirst().orElseThrow();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
