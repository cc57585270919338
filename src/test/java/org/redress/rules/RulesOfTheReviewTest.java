package org.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.redress.rules.ReviewRule.KeptBy;
import org.redress.rules.RuleTests.Proof;
import org.redress.testing.Generated;

/**
 * Every rule of the review has a test, a question to a person, or a reason why it is not ours. The page of all of them is
 * written anew with {@code ./mvnw test -Dtest=RulesOfTheReviewTest -Dgenerated.write=true}.
 */
class RulesOfTheReviewTest {

    private static final List<ReviewRule> RULES = ReviewRule.all();
    private static final Map<String, TreeSet<Proof>> PROOFS = RuleTests.byRule();

    @Test
    void a_rule_stands_once_with_words_and_a_provision() {
        assertThat(RULES).extracting(ReviewRule::id).doesNotHaveDuplicates().hasSizeGreaterThan(150);
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.words()).as(rule.id()).hasSizeGreaterThan(10);
            assertThat(rule.provision()).as(rule.id()).isNotBlank();
        });
    }

    @Test
    void every_rule_that_the_program_keeps_has_a_test() {
        assertThat(RULES.stream().filter(rule -> rule.keptBy() == KeptBy.PROGRAM && !PROOFS.containsKey(rule.id())))
                .as("rules without a test that carries @Rule")
                .isEmpty();
    }

    @Test
    void every_test_that_names_a_rule_names_one_that_the_program_keeps_and_is_run() {
        assertThat(PROOFS.keySet())
                .as("rules that tests name")
                .isSubsetOf(RULES.stream()
                        .filter(rule -> rule.keptBy() == KeptBy.PROGRAM)
                        .map(ReviewRule::id)
                        .toList());
        PROOFS.values().forEach(proofs -> proofs.forEach(proof -> {
            assertThat(proof.fault()).as("%s", proof).isEmpty();
            assertThat(proof.source()).exists();
        }));
    }

    @Test
    void a_person_is_asked_where_the_list_says() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.places())
                .as("places at which a person is asked about %s", rule.id())
                .allSatisfy(place -> assertThat(place.question()).as("%s", place).isPresent()));
        assertThat(RULES).filteredOn(rule -> rule.keptBy() == KeptBy.PERSON)
                .allSatisfy(rule -> assertThat(rule.places()).as(rule.id()).isNotEmpty());
        assertThat(RULES).filteredOn(rule -> rule.keptBy() == KeptBy.NOT_OURS)
                .allSatisfy(rule -> assertThat(rule.where()).as("why %s is not ours", rule.id()).contains(" "));
    }

    @Test
    void a_form_or_a_field_that_is_not_there_is_found_out() {
        assertThat(Place.read("form:ConfirmFacts/recorded").question()).isPresent();
        assertThat(Place.read("form:ConfirmFacts/unrecorded").question()).isEmpty();
        assertThat(Place.read("form:ConfirmFiction/recorded").question()).isEmpty();
        assertThat(Place.read("page:iopc-reason/limb").question()).isPresent();
        assertThat(Place.read("page:iopc-reason/limbo").question()).isEmpty();
        assertThatThrownBy(() -> Place.read("ConfirmFacts")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ReviewRule.read("5.1;only words")).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_report_names_a_test_after_its_rules() throws NoSuchMethodException {
        var names = new RuleNames();
        var proving = Sample.class.getDeclaredMethod("an_example_of_a_name");
        var other = Sample.class.getDeclaredMethod("another_name");

        assertThat(names.generateDisplayNameForMethod(List.of(), Sample.class, proving))
                .isEqualTo("5.1, V10 an example of a name");
        assertThat(names.generateDisplayNameForMethod(List.of(), Sample.class, other)).isEqualTo("another name");
    }

    @Test
    void the_page_of_the_rules_is_as_it_was_committed() {
        Generated.mustEqual("rules-of-the-review.md", RulesPage.write(RULES, PROOFS));
    }

    /** Names to try; an interface, so that the search for tests passes it over. */
    private interface Sample {

        void another_name();

        @Rule({"5.1", "V10"})
        void an_example_of_a_name();
    }
}
