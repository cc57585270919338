package org.redress.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has a case in hand, and who may not. */
@RedressTest
class AllocationIT {

    private final Allocation allocation;
    private final Conflicts conflicts;

    @Autowired
    AllocationIT(Allocation allocation, Conflicts conflicts) {
        this.allocation = allocation;
        this.conflicts = conflicts;
    }

    @Test
    void a_case_goes_from_hand_to_hand_and_its_history_stays() {
        allocation.allocate("RV/2026/100001A", "caseworker1", "officer1");
        allocation.allocate("RV/2026/100001A", "caseworker2", "manager");

        assertThat(allocation.caseworkerOf("RV/2026/100001A")).contains("caseworker2");
        List<Held> history = allocation.history("RV/2026/100001A");
        assertThat(history).extracting(Held::account).containsExactly("caseworker1", "caseworker2");
        assertThat(history).extracting(Held::by).containsExactly("officer1", "manager");
        assertThat(history.get(0).until()).isNotNull();
        assertThat(history.get(1).until()).isNull();
    }

    @Test
    void giving_a_case_to_whoever_has_it_changes_nothing() {
        allocation.allocate("RV/2026/100002A", "caseworker1", "officer1");
        allocation.allocate("RV/2026/100002A", "caseworker1", "officer2");

        assertThat(allocation.history("RV/2026/100002A")).hasSize(1);
    }

    @Test
    void a_released_case_is_in_nobodys_hand() {
        allocation.allocate("RV/2026/100003A", "caseworker1", "officer1");

        allocation.release("RV/2026/100003A");

        assertThat(allocation.caseworkerOf("RV/2026/100003A")).isEmpty();
        assertThat(allocation.history("RV/2026/100003A")).hasSize(1);
    }

    @Test
    void the_workload_counts_cases_in_hand_and_names_those_who_have_none() {
        long before = allocation.workload().get("caseworker4");

        allocation.allocate("RV/2026/100004A", "caseworker4", "officer1");
        allocation.allocate("RV/2026/100005A", "caseworker4", "officer1");
        allocation.release("RV/2026/100005A");

        assertThat(allocation.workload()).containsEntry("caseworker4", before + 1)
                .containsKeys("caseworker1", "caseworker2", "caseworker3")
                .doesNotContainKey("officer1");
    }

    @Test
    void only_a_caseworker_gets_a_case_and_the_refusal_says_so() {
        assertThatThrownBy(() -> allocation.allocate("RV/2026/100006A", "owner", "officer1"))
                .isInstanceOf(AllocationRefused.class)
                .hasMessage("Gareth Penrose is not a caseworker. Choose a caseworker.");
        assertThatThrownBy(() -> allocation.allocate("RV/2026/100006A", "nobody-at-all", "officer1"))
                .isInstanceOf(UnknownStaff.class);
        assertThat(allocation.history("RV/2026/100006A")).isEmpty();
    }

    @Test
    @Rule("12b.3")
    void whoever_has_a_conflict_of_interest_gets_no_case_until_it_is_lifted() {
        conflicts.bar("RV/2026/100007A", "caseworker1", "Took part in the first handling", "officer1");

        assertThatThrownBy(() -> allocation.allocate("RV/2026/100007A", "caseworker1", "officer1"))
                .isInstanceOf(AllocationRefused.class)
                .hasMessageContaining("Amara Osei may not work on RV/2026/100007A")
                .hasMessageNotContaining("first handling");

        assertThat(conflicts.lift("RV/2026/100007A", "caseworker1", "It was another person of that name", "manager")).isTrue();
        allocation.allocate("RV/2026/100007A", "caseworker1", "officer1");
        assertThat(allocation.caseworkerOf("RV/2026/100007A")).contains("caseworker1");
    }

    @Test
    void a_conflict_found_later_takes_the_case_from_whoever_has_it() {
        allocation.allocate("RV/2026/100008A", "caseworker1", "officer1");

        conflicts.bar("RV/2026/100008A", "caseworker1", "Knows the applicant", "officer1");

        assertThat(allocation.caseworkerOf("RV/2026/100008A")).isEmpty();
    }

    @Test
    void each_reason_is_kept_once_and_a_lifted_one_counts_no_more() {
        conflicts.bar("RV/2026/100009A", "caseworker2", "Knows the applicant", "officer1");
        conflicts.bar("RV/2026/100009A", "caseworker2", " Knows the applicant ", "officer2");
        conflicts.bar("RV/2026/100009A", "caseworker2", "Worked for the force", "officer1");

        assertThat(conflicts.barred("RV/2026/100009A")).extracting(Bar::reason)
                .containsExactly("Knows the applicant", "Worked for the force");
        conflicts.lift("RV/2026/100009A", "caseworker2", "Both checked", "manager");
        assertThat(conflicts.isBarred("RV/2026/100009A", "caseworker2")).isFalse();
        assertThat(conflicts.lift("RV/2026/100009A", "caseworker2", "Again", "manager")).isFalse();
    }

    @Test
    void a_conflict_needs_a_reason_and_an_account_that_exists() {
        assertThatThrownBy(() -> conflicts.bar("RV/2026/100010A", "caseworker2", " ", "officer1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Say why this person may not work on the case.");
        assertThatThrownBy(() -> conflicts.bar("RV/2026/100010A", "nobody-at-all", "Reason", "officer1"))
                .isInstanceOf(UnknownStaff.class);
    }

    @Test
    void of_two_who_allocate_one_case_at_once_one_is_told_and_nothing_is_lost() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> tries = Stream.of("caseworker1", "caseworker2")
                    .map(account -> two.submit(() -> {
                        together.await();
                        try {
                            allocation.allocate("RV/2026/100011A", account, "officer1");
                            return true;
                        } catch (AllocationRefused told) {
                            return false;
                        }
                    }))
                    .toList();
            boolean first = tries.get(0).get();
            boolean second = tries.get(1).get();

            assertThat(first || second).isTrue();
            assertThat(allocation.history("RV/2026/100011A")).filteredOn(held -> held.until() == null).hasSize(1);
        } finally {
            two.shutdownNow();
        }
    }
}
