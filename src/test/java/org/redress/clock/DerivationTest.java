package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a clock says once its facts are known. */
class DerivationTest {

    private WorkingDays days = TestCalendars.of(WorkingCalendar.ENGLAND_AND_WALES);
    private ClockRule rule = rule(DayRule.P1, 10);
    private final CaseClock clock = new CaseClock(TestClocks.PAPERS.of("RV/2026/000001A"));

    @Test
    void nothing_recorded_is_not_started() {
        tell(FactKind.NOTE, "2026-03-02", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.NOT_STARTED);
        tell(FactKind.CANCEL, "2026-03-02", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void stopped_and_restarted_on_one_day_loses_nothing() {
        tell(FactKind.START, "2026-03-02", null);
        LocalDate due = due();
        tell(FactKind.STOP, "2026-03-05", null);
        assertThat(due()).isNull();
        assertThat(clock.reading().state()).isEqualTo(ClockState.STOPPED);
        assertThat(clock.reading().startedOn()).isEqualTo("2026-03-02");
        assertThat(clock.reading().explanation()).isEqualTo("The clock has stood still since Thursday 5 March 2026"
                + " (STOP), so no day is due until it is restarted.");
        tell(FactKind.RESTART, "2026-03-05", null);
        assertThat(due()).isEqualTo(due).isEqualTo("2026-03-16");
        assertThat(clock.reading().explanation()).doesNotContain("leaving out");
    }

    @Test
    void a_stop_over_a_weekend_costs_no_working_day() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.STOP, "2026-03-06", null);
        tell(FactKind.RESTART, "2026-03-08", null);
        assertThat(due()).isEqualTo("2026-03-16");
        tell(FactKind.STOP, "2026-03-09", null);
        tell(FactKind.RESTART, "2026-03-10", null);
        assertThat(due()).isEqualTo("2026-03-17");
    }

    @Test
    void stops_recorded_late_are_put_in_order() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.STOP, "2026-03-12", null);
        tell(FactKind.RESTART, "2026-03-13", null);
        tell(FactKind.STOP, "2026-03-04", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.RUNNING);
        tell(FactKind.RESTART, "2026-03-06", null);
        assertThat(due()).isEqualTo("2026-03-19");
    }

    @Test
    void days_of_the_week_and_months_are_given_back_too() {
        rule = rule(DayRule.P4, 28);
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.LEAVE_OUT, "2026-03-10", "2026-03-15");
        assertThat(due()).isEqualTo("2026-04-04");
        rule = rule(DayRule.P7, 1);
        tell(FactKind.NOTE, "2026-03-02", null);
        assertThat(due()).isEqualTo("2026-04-06");
        rule = rule(DayRule.P5, 28);
        tell(FactKind.NOTE, "2026-03-02", null);
        assertThat(due()).isEqualTo("2026-04-03");
    }

    @Test
    void a_gap_that_reaches_past_the_end_of_a_month_is_given_back_in_full() {
        rule = rule(DayRule.P7, 1);
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.LEAVE_OUT, "2026-03-30", "2026-04-10");
        assertThat(due()).isEqualTo("2026-04-12");
    }

    @Test
    void a_granted_day_is_carried_on_only_by_what_comes_after_it() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.STOP, "2026-03-03", null);
        tell(FactKind.RESTART, "2026-03-05", null);
        tell(FactKind.EXTEND, "2026-03-10", "2026-03-27");
        assertThat(due()).isEqualTo("2026-03-27");
        tell(FactKind.STOP, "2026-03-12", null);
        tell(FactKind.RESTART, "2026-03-17", null);
        assertThat(due()).as("three working days later").isEqualTo("2026-04-01");
        tell(NewFact.more(day("2026-03-18"), 2, "more", "ground"));
        assertThat(due()).as("and two more, over Easter").isEqualTo("2026-04-07");
        tell(FactKind.EXTEND, "2026-03-19", "2026-04-20");
        assertThat(due()).as("a later grant replaces the earlier").isEqualTo("2026-04-20");
    }

    @Test
    void more_time_by_number_is_counted_by_the_clocks_own_rule() {
        tell(FactKind.START, "2026-03-02", null);
        tell(NewFact.more(day("2026-03-10"), 5, "more", "ground"));
        tell(NewFact.more(day("2026-03-11"), 1, "more", "ground"));
        assertThat(due()).isEqualTo("2026-03-24");
        assertThat(clock.reading().explanation()).startsWith("The 16th working day after Monday 2 March 2026 is Tuesday"
                + " 24 March 2026; the weekends are not counted, with 6 working days added by extension");
        rule = rule(DayRule.P7, 1);
        tell(FactKind.NOTE, "2026-03-02", null);
        assertThat(due()).isEqualTo("2026-10-01");
        tell(FactKind.EXTEND, "2026-03-12", "2026-10-15");
        tell(NewFact.more(day("2026-03-13"), 1, "more", "ground"));
        assertThat(due()).isEqualTo("2026-11-15");
    }

    @Test
    void a_deemed_start_replaces_the_recorded_one_in_its_own_run_only() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.DEEM, "2026-03-04", null);
        assertThat(clock.reading().startedOn()).isEqualTo("2026-03-04");
        tell(FactKind.START, "2026-04-01", null);
        assertThat(clock.reading().startedOn()).isEqualTo("2026-04-01");
        assertThat(due()).isEqualTo("2026-04-17");
    }

    @Test
    void a_fact_that_was_set_aside_no_longer_counts() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.EXTEND, "2026-03-10", "2026-03-27");
        tell(NewFact.settingAside(clock.facts().get(1)));
        assertThat(due()).isEqualTo("2026-03-16");
        assertThat(Derivation.standing(clock.facts())).extracting(ClockFact::number).containsExactly(1);
    }

    @Test
    void what_was_met_says_when_and_whether_in_time() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.MET, "2026-03-16", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.MET);
        assertThat(clock.reading().dueNow()).isNull();
        assertThat(clock.reading().explanation()).isEqualTo("MET on Monday 16 March 2026; the 10th working day after"
                + " Monday 2 March 2026 is Monday 16 March 2026; the weekends are not counted (local agreement).");
        tell(FactKind.MET, "2026-03-17", null);
        assertThat(clock.reading().explanation()).contains("MET on Tuesday 17 March 2026, after the due day; ");
    }

    @Test
    void what_comes_while_the_clock_stands_still_is_in_time() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.STOP, "2026-03-05", null);
        tell(FactKind.MET, "2026-05-05", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.MET);
        assertThat(clock.reading().dueOn()).isNull();
        assertThat(clock.reading().explanation()).isEqualTo("MET on Tuesday 5 May 2026.");
        assertThat(view("2026-05-06").words()).isEqualTo("Done in time");
    }

    @Test
    void the_sentence_names_the_days_that_were_left_out_and_why() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.STOP, "2026-03-04", null);
        tell(FactKind.RESTART, "2026-03-06", null);
        tell(FactKind.LEAVE_OUT, "2026-02-20", "2026-02-25");
        tell(FactKind.LEAVE_OUT, "2026-03-30", "2026-04-02");
        assertThat(due()).isEqualTo("2026-03-18");
        assertThat(clock.reading().explanation()).as("what lies before the start or after the due day is not named").contains(
                ", leaving out the days after Wednesday 4 March 2026 up to Friday 6 March 2026 (STOP) (local agreement)");
    }

    @Test
    void the_sentence_about_a_granted_day_says_where_it_leads_once_more_time_came() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.EXTEND, "2026-03-10", "2026-03-27");
        assertThat(clock.reading().explanation()).isEqualTo("The time was extended to Friday 27 March 2026 (EXTEND).");
        tell(FactKind.STOP, "2026-03-12", null);
        tell(FactKind.RESTART, "2026-03-13", null);
        tell(NewFact.more(day("2026-03-18"), 1, "more", "ground"));
        assertThat(clock.reading().explanation()).isEqualTo("The time was extended to Friday 27 March 2026 (EXTEND) and by 1"
                + " working day more, leaving out the days after Thursday 12 March 2026 up to Friday 13 March 2026 (STOP),"
                + " which leads to Tuesday 31 March 2026.");
    }

    @Test
    void what_is_no_longer_needed_says_since_when_and_why() {
        tell(FactKind.START, "2026-03-02", null);
        tell(FactKind.CANCEL, "2026-03-09", null);
        assertThat(clock.reading().state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock.reading().startedOn()).isEqualTo("2026-03-02");
        assertThat(clock.reading().dueOn()).isNull();
        assertThat(clock.reading().explanation()).isEqualTo("No longer needed since Monday 9 March 2026: CANCEL.");
        assertThat(view("2026-03-10").words()).isEqualTo("No longer needed");
        assertThat(clock.reading().state().isOpen()).isFalse();
        assertThat(ClockState.RUNNING.isOpen() && ClockState.STOPPED.isOpen()).isTrue();
    }

    @Test
    void a_clock_for_one_of_several_of_its_kind_says_which() {
        tell(FactKind.START, "2026-03-02", null);
        assertThat(view("2026-03-10").of(ClockAddress.THE_CASE).subject()).isNull();
        assertThat(view("2026-03-10").of(2).subject()).isEqualTo(2);
        assertThat(view("2026-03-10").of(2).name()).endsWith(" 2");
    }

    @Test
    void a_number_that_nobody_has_confirmed_says_so_and_a_confirmed_one_does_not() {
        assertThat(rule.caution()).isEqualTo("Check before relying on this: to be set");
        assertThat(new ClockRule(TestClocks.PAPERS, "Papers from the force", false, DayRule.P1, 10, WorkingCalendar.ENGLAND_AND_WALES, "reg 29(2)", true, "-",
                        Instant.EPOCH, "test", "test", 0).caution())
                .isNull();
    }

    @Test
    void a_missing_year_is_said_beside_the_day_and_not_only_thought() {
        days = new WorkingDays(WorkingCalendar.ENGLAND_AND_WALES, Map.of(), Set.of(2026), Set.of());
        tell(FactKind.START, "2026-12-28", null);
        assertThat(due()).isEqualTo("2027-01-11");
        assertThat(clock.reading().explanation()).endsWith(
                "; this day may still move, because the bank holidays of 2027 are not in the table yet.");
        rule = rule(DayRule.P4, 28);
        tell(FactKind.NOTE, "2026-12-28", null);
        assertThat(clock.reading().explanation()).as("days are days").doesNotContain("may still move");
    }

    @Test
    void a_glance_says_how_the_clock_stands() {
        tell(FactKind.START, "2026-03-23", null);
        assertThat(due()).as("beyond Easter").isEqualTo("2026-04-08");
        assertThat(view("2026-03-23").words()).isEqualTo("Due in 10 working days");
        assertThat(view("2026-04-02").words()).isEqualTo("Due in 2 working days");
        assertThat(view("2026-04-06").words()).isEqualTo("Due in 2 working days");
        assertThat(view("2026-04-07").words()).isEqualTo("Due tomorrow");
        assertThat(view("2026-04-08").words()).isEqualTo("Due today");
        assertThat(view("2026-04-08").late()).isFalse();
        assertThat(view("2026-04-09").words()).isEqualTo("1 working day late");
        assertThat(view("2026-04-09").late()).isTrue();
        assertThat(view("2026-04-13").words()).isEqualTo("3 working days late");
        rule = rule(DayRule.P4, 25);
        tell(FactKind.NOTE, "2026-03-02", null);
        assertThat(due()).isEqualTo("2026-04-17");
        assertThat(view("2026-04-10").words()).isEqualTo("Due in 7 days");
        assertThat(view("2026-04-19").words()).isEqualTo("2 days late");
        rule = rule(DayRule.P1, 10);
        tell(FactKind.START, "2026-03-13", null);
        assertThat(due()).isEqualTo("2026-03-27");
        assertThat(view("2026-03-28").words()).as("a Saturday after a Friday").isEqualTo("1 day late");
        tell(FactKind.MET, "2026-03-31", null);
        assertThat(view("2026-04-01").words()).isEqualTo("Done 2 working days late");
        assertThat(view("2026-04-01").late()).isTrue();
    }

    private ClockView view(String today) {
        return Wording.view(rule, clock.facts(), day(today), days.asFarAsKnown());
    }

    private void tell(FactKind kind, String on, String until) {
        tell(NewFact.of(kind, day(on), until == null ? null : day(until), kind.name(), "ground"));
    }

    private void tell(NewFact fact) {
        clock.record(List.of(fact), Instant.EPOCH, "caseworker1", all -> Derivation.read(rule, days, all));
    }

    private LocalDate due() {
        return clock.reading().dueOn();
    }

    private static ClockRule rule(DayRule rule, int count) {
        return new ClockRule(TestClocks.PAPERS, "Papers from the force", false, rule, count, WorkingCalendar.ENGLAND_AND_WALES, "local agreement", false,
                "to be set", Instant.EPOCH, "test", "test", 0);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
