package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.review.WithdrawalNotice.ReceivedBy;
import org.redress.review.WithdrawalNotice.Scope;
import org.redress.rules.Rule;
import org.redress.step.DecisionRow;
import org.redress.step.Faults;
import org.redress.step.StepRefused;

/** Rules of the review that stand in Java, without a case around them. */
class ReviewRulesTest {

    private static final List<Measure> OPEN = List.of(Measure.P1, Measure.P2, Measure.P10);

    @ParameterizedTest(name = "signed {0}, about the {1}, received by {2}, taken as withdrawn {3}: ends {4}, for the force {5}")
    @Rule({"8.1", "8.8", "8.9"})
    @CsvSource({
        // signed and received by whoever it is for
        "true, COMPLAINT, FORCE, false, true, false", "true, REVIEW, LPB, false, true, false",
        "true, REVIEW, FORCE, false, true, false",
        // a signed withdrawal of the complaint that reached us goes to the force first
        "true, COMPLAINT, LPB, false, false, true",
        // nothing unsigned ends anything, unless a person decided what silence means
        "false, COMPLAINT, FORCE, false, false, false", "false, REVIEW, LPB, false, false, false",
        "false, REVIEW, FORCE, false, false, false", "false, COMPLAINT, LPB, false, false, true",
        "false, REVIEW, LPB, true, true, false", "false, COMPLAINT, LPB, true, true, true"
    })
    void only_what_is_signed_and_reached_the_right_body_ends_a_review(
            boolean signed, Scope scope, ReceivedBy receivedBy, boolean taken, boolean ends, boolean forForce) {
        NoticeOnFile notice = new NoticeOnFile(1, new WithdrawalNotice(LocalDate.of(2026, 3, 2), receivedBy, scope, signed, null, null),
                null, taken, "intake", Instant.EPOCH);

        assertThat(notice.ends()).isEqualTo(ends);
        assertThat(notice.forForce()).isEqualTo(forForce);
    }

    @Test
    void a_complaint_that_was_referred_or_called_in_is_noted_on_withdrawal() {
        assertThat(CaseFacts.from(Map.of("referredToIopc", true)).wasReferred()).isTrue();
        assertThat(CaseFacts.from(Map.of("treatedAsReferred", true)).wasReferred()).isTrue();
        assertThat(CaseFacts.from(Map.of("mustBeReferred", true)).wasReferred()).isFalse();
        assertThat(CaseFacts.unknown().wasReferred()).isFalse();
    }

    @Test
    @Rule({"10.3", "S10"})
    void an_upheld_review_asks_for_one_or_more_things_that_are_open() {
        Faults faults = new Faults();
        assertThat(ChosenMeasures.accept(Outcome.UPHELD, List.of("P1", "P10"), OPEN, faults))
                .containsExactly(Measure.P1, Measure.P10);
        assertThatCode(faults::refuseIfAny).doesNotThrowAnyException();

        assertRefused(Outcome.UPHELD, List.of(), "Choose at least one thing to recommend.");
        assertRefused(Outcome.UPHELD, null, "Choose at least one thing to recommend.");
        assertRefused(Outcome.UPHELD, List.of("P1", "P4"), "Measure P4 is not open to this body on this route.");
    }

    @Test
    @Rule("10.1")
    void a_review_that_is_not_upheld_asks_for_nothing() {
        Faults faults = new Faults();
        assertThat(ChosenMeasures.accept(Outcome.NOT_UPHELD, null, OPEN, faults)).isEmpty();
        assertThatCode(faults::refuseIfAny).doesNotThrowAnyException();

        assertRefused(Outcome.NOT_UPHELD, List.of("P10"), "there is nothing to recommend");
    }

    @Test
    void each_reason_for_the_iopc_is_known_by_a_fact_of_its_own() {
        assertThat(Limb.values()).hasSize(9).extracting(Limb::fact).doesNotHaveDuplicates()
                .allSatisfy(fact -> assertThat(CaseFacts.isFact(fact)).as(fact).isTrue());
    }

    @Test
    void a_row_is_met_by_a_yes_or_by_anything_but_a_yes() {
        assertThat(asked("true").wantsYes()).isTrue();
        assertThat(asked("true").wantsAnythingButYes()).isFalse();
        assertThat(asked("false, null").wantsAnythingButYes()).isTrue();
        assertThat(asked("null,false").wantsAnythingButYes()).isTrue();
        assertThat(asked("false, null").wantsYes()).isFalse();
        assertThat(asked("> 28").wantsAnythingButYes()).isFalse();
        assertThat(asked("false").wantsAnythingButYes()).as("doubt does not meet it").isFalse();
    }

    @Test
    void the_words_of_a_row_are_its_first_line() {
        assertThat(row("The complaint is about a senior officer.\nT2 row 2. reg 32(a).").words())
                .isEqualTo("The complaint is about a senior officer.");
        assertThat(row("\n  One line. ").words()).isEqualTo("One line.");
        assertThat(row("").words()).isEmpty();
    }

    private static void assertRefused(Outcome outcome, List<String> chosen, String message) {
        Faults faults = new Faults();
        ChosenMeasures.accept(outcome, chosen, OPEN, faults);
        assertThatThrownBy(faults::refuseIfAny)
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining(message);
    }

    private static ReviewBodyReasons.Asked asked(String cell) {
        return new ReviewBodyReasons.Asked("recorded", "Recorded?", cell, null, null, null, null);
    }

    private static DecisionRow row(String annotation) {
        return new DecisionRow("rule_one", annotation, List.of(), Map.of());
    }
}
