package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.kind.Kind;
import org.redress.rules.Rule;

/** The facts of a case, and how a caseworker's answers become facts. */
class CaseFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Test
    void newer_facts_take_the_place_of_older_ones_and_leave_the_rest() {
        CaseFacts older = CaseFacts.from(Map.of("recorded", false, "complaintMadeOn", DAY));
        CaseFacts merged = older.updatedBy(CaseFacts.from(Map.of("recorded", true)));

        assertThat(merged.flag("recorded")).isTrue();
        assertThat(merged.complaintMadeOn()).isEqualTo(DAY);
        assertThat(merged.known()).containsOnlyKeys("recorded", "complaintMadeOn");
        assertThat(CaseFacts.unknown().known()).isEmpty();
    }

    @Test
    void names_that_are_no_facts_are_told_apart_and_passed_over() {
        assertThat(CaseFacts.isFact("ownForce")).isTrue();
        assertThat(CaseFacts.isFact("limb")).isFalse();
        assertThat(CaseFacts.from(Map.of("limb", "x"))).isEqualTo(CaseFacts.unknown());
    }

    @Test
    @Rule("T2.12")
    void for_the_tables_a_flag_that_nobody_has_spoken_of_is_not_established() {
        Map<String, Object> routing = CaseFacts.unknown().routing().values();

        assertThat(routing).containsEntry("disciplineOrCrimeRuledOut", false).containsEntry("article2Or3RuledOut", false);
        assertThat(routing.get("complaintMadeOn")).isNull();
        assertThat(CaseFacts.from(Map.of("recorded", true)).routing().values()).containsEntry("recorded", true);
    }

    @Test
    void each_ticked_box_becomes_its_own_fact_and_no_other() {
        List<String> boxes = CaseFacts.declarations().stream()
                .filter(fact -> fact.type().equals("flag") && fact.question() != null)
                .map(Kind.Fact::name)
                .toList();
        for (String box : boxes) {
            CaseFacts facts = new ConfirmFacts(Map.of(box, true), null, null, null).facts();
            List<String> yes = facts.known().entrySet().stream()
                    .filter(fact -> fact.getValue().equals(true))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(yes).as("facts from ticking %s", box).containsExactly(box);
        }
        assertThat(boxes).hasSizeGreaterThan(20);
    }

    @Test
    @Rule("5.3")
    void a_day_of_information_counts_only_where_the_force_told_the_applicant() {
        assertThat(confirmed(true).facts().informationProvidedOn()).isEqualTo(DAY);
        assertThat(confirmed(true).told()).isTrue();
        assertThat(confirmed(false).facts().informationProvidedOn()).isNull();
        assertThat(confirmed(null).told()).isFalse();
        assertThat(confirmed(true).facts().complaintMadeOn()).isEqualTo(DAY);
        assertThat(confirmed(true).facts().investigation()).isEqualTo(Investigation.OWN);
    }

    private static ConfirmFacts confirmed(Boolean clockStarted) {
        Map<String, Object> answers = new HashMap<>(Map.of("informationProvidedOn", DAY, "complaintMadeOn", DAY, "investigation", "OWN"));
        answers.put("clockStarted", clockStarted);
        return new ConfirmFacts(answers, null, null, null);
    }
}
