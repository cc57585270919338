package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.casefile.NewCase;
import org.redress.casefile.PersonDetails;
import org.redress.rules.Rule;

/** What an application says by itself. */
class FirstFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final List<NewCase.AllegationText> ONE = List.of(new NewCase.AllegationText("Nobody came", null));

    @Test
    @Rule("7.1")
    void an_application_is_complete_with_details_date_force_and_the_day_of_the_information() {
        assertThat(read(application("Nobody came", List.of(), DAY, "MPS", DAY)).flag("contentsComplete")).isTrue();
        assertThat(read(application(null, ONE, DAY, "MPS", DAY)).flag("contentsComplete")).as("allegations are details").isTrue();

        assertThat(read(application(" ", List.of(), DAY, "MPS", DAY)).flag("contentsComplete")).as("no details").isFalse();
        assertThat(read(application("x", ONE, null, "MPS", DAY)).flag("contentsComplete")).as("no date").isFalse();
        assertThat(read(application("x", ONE, DAY, " ", DAY)).flag("contentsComplete")).as("no force").isFalse();
        assertThat(read(application("x", ONE, DAY, "MPS", null)).flag("contentsComplete")).as("no information").isFalse();
    }

    @Test
    @Rule("5.3")
    void the_time_begins_only_with_the_information_about_the_right() {
        CaseFacts told = read(application("x", ONE, DAY, "MPS", DAY));
        assertThat(told.clockStarted()).isTrue();
        assertThat(told.informationProvidedOn()).isEqualTo(DAY);

        CaseFacts untold = read(application("x", ONE, DAY, "MPS", null));
        assertThat(untold.clockStarted()).isFalse();
        assertThat(untold.informationProvidedOn()).isNull();
    }

    @Test
    void what_the_application_does_not_say_stays_unknown() {
        CaseFacts facts = read(application("x", ONE, DAY, " ", DAY));
        assertThat(facts.flag("ownForce")).isNull();
        assertThat(facts.investigation()).isNull();
        assertThat(facts.flag("recorded")).isNull();
        assertThat(facts.flag("disciplineOrCrimeRuledOut")).isNull();
        assertThat(FirstFacts.of(application("x", ONE, DAY, "MPS", DAY), null, force -> true).flag("consentHeld")).isNull();
    }

    @Test
    void what_it_says_is_taken_as_it_says_it() {
        CaseFacts facts = FirstFacts.of(application("x", ONE, DAY, "MPS", DAY), true, "MPS"::equals);
        assertThat(facts.complaintMadeOn()).isEqualTo(DAY);
        assertThat(facts.flag("ownForce")).isTrue();
        assertThat(facts.flag("consentHeld")).isTrue();
        assertThat(facts.flag("applicantIsComplainant")).isFalse();
        assertThat(facts.flag("isComplaint")).isTrue();
        assertThat(facts.flag("contentsWaived")).isFalse();
        assertThat(facts.flag("withdrawn")).isFalse();
        assertThat(facts.specialCircumstances()).isEqualTo(SpecialCircumstances.NOT_CONSIDERED);
        assertThat(FirstFacts.of(application("x", ONE, DAY, "Kent", DAY), true, "MPS"::equals).flag("ownForce")).isFalse();
    }

    @Test
    void a_letter_or_its_sending_shows_that_the_force_gave_an_outcome() {
        assertThat(read(outcome(DAY, null, null)).flag("finalOutcomeGiven")).isTrue();
        assertThat(read(outcome(null, DAY, null)).flag("finalOutcomeGiven")).isTrue();
        assertThat(read(outcome(null, null, null)).flag("finalOutcomeGiven")).isFalse();
        assertThat(read(outcome(DAY, null, "OWN")).investigation()).isEqualTo(Investigation.OWN);
    }

    private static CaseFacts read(NewCase application) {
        return FirstFacts.of(application, false, force -> true);
    }

    private static NewCase application(
            String summary, List<NewCase.AllegationText> allegations, LocalDate madeOn, String force, LocalDate provided) {
        return with(summary, allegations, madeOn, force, null, null, provided, null);
    }

    private static NewCase outcome(LocalDate letter, LocalDate sent, String handling) {
        return with("x", ONE, DAY, "MPS", letter, sent, null, handling);
    }

    private static NewCase with(
            String summary, List<NewCase.AllegationText> allegations, LocalDate madeOn, String force,
            LocalDate letter, LocalDate sent, LocalDate provided, String handling) {
        return new NewCase("RV", "FORM", Instant.parse("2026-03-02T09:00:00Z"), null, null, null,
                Applications.parties(new PersonDetails("Jo", null, null, null, null, null), false, null), false, null, null, force, madeOn, summary,
                allegations, letter, sent, null, provided, handling, null);
    }
}
