package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;

/** What a change does, and how it is said. */
class EffectTest {

    private static final List<DeclaredClock> DECLARED = Kinds.ofTheHouse().clocks();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @Test
    void due_days_are_counted_by_clock_and_cases_once() {
        Effect effect = Effect.of(List.of(
                move("RV/2026/000002A", TestClocks.DECISION_TARGET, 1), move("RV/2026/000001A", TestClocks.PAPERS, 1),
                move("RV/2026/000002A", TestClocks.PAPERS, -1), move("RV/2026/000003A", TestClocks.PAPERS, 1)), DECLARED);
        assertThat(effect.dueDays()).isEqualTo(4);
        assertThat(effect.cases()).isEqualTo(3);
        assertThat(effect.clocks()).containsExactly(new Effect.OfClock(TestClocks.PAPERS, "Papers from the force", 2, 1),
                new Effect.OfClock(TestClocks.DECISION_TARGET, "Target for the decision", 1, 0));
        assertThat(effect.words()).isEqualTo("4 open due days in 3 cases");
        assertThat(effect.clocks()).extracting(Effect.OfClock::words)
                .containsExactly("Papers from the force: 2 later, 1 earlier", "Target for the decision: 1 later");
    }

    @Test
    void one_and_none_are_said_as_people_say_them() {
        Effect one = Effect.of(List.of(move("RV/2026/000001A", TestClocks.PAPERS, -1)), DECLARED);
        assertThat(one.words()).isEqualTo("1 open due day in 1 case");
        assertThat(one.clocks().get(0).words()).isEqualTo("Papers from the force: 1 earlier");
        assertThat(Effect.none().words()).isEqualTo("no open due day");
    }

    @Test
    void what_a_list_changes_is_said_line_by_line() {
        FeedImport all = new FeedImport(List.of(DAY), List.of(DAY.plusDays(1), DAY.plusDays(2)), List.of(DAY.plusDays(3)),
                List.of(2029, 2030));
        assertThat(all.words()).containsExactly("Added: Monday 9 March 2026",
                "Withdrawn: Tuesday 10 March 2026 and Wednesday 11 March 2026", "Complete now: 2029 and 2030",
                "In the list but withdrawn by a person here, and left so: Thursday 12 March 2026");
        assertThat(new FeedImport(List.of(), List.of(), List.of(), List.of()).words()).isEmpty();
    }

    @Test
    void more_than_ten_days_are_a_number_and_two_ends() {
        assertThat(added(10)).doesNotContain("10 days");
        assertThat(added(11)).isEqualTo("Added: 11 days from Monday 9 March 2026 to Thursday 19 March 2026");
    }

    private static String added(int days) {
        return new FeedImport(IntStream.range(0, days).mapToObj(DAY::plusDays).toList(), List.of(), List.of(), List.of())
                .words().get(0);
    }

    @Test
    void a_list_that_only_leaves_days_alone_says_nothing_new() {
        assertThat(preview(List.of(), List.of(), List.of(DAY), List.of()).isEmpty()).isTrue();
        assertThat(preview(List.of(DAY), List.of(), List.of(), List.of()).isEmpty()).isFalse();
        assertThat(preview(List.of(), List.of(DAY), List.of(), List.of()).isEmpty()).isFalse();
        assertThat(preview(List.of(), List.of(), List.of(), List.of(2029)).isEmpty()).isFalse();
    }

    private static FeedPreview preview(List<LocalDate> added, List<LocalDate> withdrawn, List<LocalDate> leftAlone,
            List<Integer> years) {
        return new FeedPreview(new FeedImport(added, withdrawn, leftAlone, years), Effect.none(), "mark");
    }

    @Test
    void a_plan_changes_only_the_list_that_it_speaks_of() {
        CalendarPlan plan = new CalendarPlan(List.of(
                new BankHolidaysChanged.Change(Division.ENGLAND_AND_WALES, DAY, "Moved", false),
                new BankHolidaysChanged.Change(Division.ENGLAND_AND_WALES, DAY.plusDays(1), "Moved", true),
                new BankHolidaysChanged.Change(Division.UK_EXTRA, DAY.plusDays(2), "Elsewhere", true)),
                Map.of(Division.UK_EXTRA, Set.of(2029)));
        Map<LocalDate, String> days = new TreeMap<>(Map.of(DAY, "Moved"));
        plan.applyTo(Division.ENGLAND_AND_WALES, days);
        assertThat(days).isEqualTo(Map.of(DAY.plusDays(1), "Moved"));
        assertThat(plan.yearsOf(Division.ENGLAND_AND_WALES)).isEmpty();
        assertThat(plan.yearsOf(Division.UK_EXTRA)).containsExactly(2029);
        assertThat(plan.isEmpty()).isFalse();
        assertThat(new CalendarPlan(List.of(), Map.of(Division.UK_EXTRA, Set.of())).isEmpty()).isTrue();
        assertThat(new CalendarPlan(List.of(), Map.of(Division.UK_EXTRA, Set.of(2029))).isEmpty()).isFalse();
    }

    @Test
    void what_happened_to_the_calendar_is_part_of_a_sentence() {
        BankHolidaysChanged.Change added = new BankHolidaysChanged.Change(Division.ENGLAND_AND_WALES, DAY, "New day", true);
        BankHolidaysChanged.Change gone =
                new BankHolidaysChanged.Change(Division.ENGLAND_AND_WALES, DAY.plusDays(1), "Old day", false);
        assertThat(changed(List.of(added, gone), List.of())).isEqualTo("New day on Monday 9 March 2026 was added to the bank holidays"
                + " and Old day on Tuesday 10 March 2026 was withdrawn from the bank holidays");
        assertThat(changed(List.of(), List.of(2029))).isEqualTo("the bank holidays of 2029 are complete");
        assertThat(changed(List.of(added, gone, added), List.of())).contains("Old day");
        assertThat(changed(List.of(added, gone, added, gone), List.of()))
                .isEqualTo("4 bank holidays were added or withdrawn");
    }

    private static String changed(List<BankHolidaysChanged.Change> changes, List<Integer> years) {
        return new BankHolidaysChanged(changes, years, "why", "owner").words();
    }

    private static DueDayMoved move(String reference, ClockName clock, int days) {
        return new DueDayMoved(reference, clock, DAY, DAY.plusDays(days), "why");
    }
}
