package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;

/** The facts of a case, and how a caseworker's answers become facts. */
class CaseFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Test
    void newer_facts_take_the_place_of_older_ones_and_leave_the_rest() {
        CaseFacts older = CaseFacts.from(Map.of("recorded", false, "complaintMadeOn", DAY));
        CaseFacts merged = older.updatedBy(CaseFacts.from(Map.of("recorded", true)));

        assertThat(merged.recorded()).isTrue();
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
    void each_ticked_box_becomes_its_own_fact_and_no_other() throws ReflectiveOperationException {
        RecordComponent[] boxes = ConfirmFacts.class.getRecordComponents();
        for (int i = 0; i < boxes.length; i++) {
            // that the complaint was handled in two ways asks for a reason; what the tables go by is the way that was chosen
            if (boxes[i].getType() != Boolean.class || boxes[i].getName().equals("mixedHandling")) {
                continue;
            }
            Object[] answers = new Object[boxes.length];
            answers[i] = true;
            CaseFacts facts = ((ConfirmFacts) ConfirmFacts.class.getDeclaredConstructors()[0].newInstance(answers)).facts();
            List<String> yes = facts.known().entrySet().stream()
                    .filter(fact -> fact.getValue().equals(true))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(yes).as("facts from ticking %s", boxes[i].getName()).containsExactly(boxes[i].getName());
        }
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
        Object[] answers = Stream.of(ConfirmFacts.class.getRecordComponents())
                .map(component -> switch (component.getName()) {
                    case "clockStarted" -> clockStarted;
                    case "informationProvidedOn", "complaintMadeOn" -> DAY;
                    case "investigation" -> Investigation.OWN;
                    default -> null;
                })
                .toArray();
        try {
            return (ConfirmFacts) ConfirmFacts.class.getDeclaredConstructors()[0].newInstance(answers);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(Arrays.toString(answers), e);
        }
    }
}
