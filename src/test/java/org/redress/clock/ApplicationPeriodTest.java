package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.clock.WrongBody.FORCE;
import static org.redress.clock.WrongBody.IOPC;
import static org.redress.clock.WrongBody.OTHER_LPB;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.kernel.Fault;
import org.redress.rules.Rule;

/** The time for applying: sections 4 and 5 of the reference on reviews. */
class ApplicationPeriodTest {

    private static final ClockRule RULE = new ClockRule(TestClocks.APPLICATION_PERIOD, "Time for applying", true, DayRule.P4, 28,
            WorkingCalendar.ENGLAND_AND_WALES, "reg 29(2)", true, "-", Instant.EPOCH, "test", "test", 0);
    private static final Now NOW = new Now(Clock.systemUTC());

    static Stream<JsonNode> applications() {
        return StreamSupport.stream(TestCalendars.json("/clock/application-days.json").spliterator(), false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    @Rule("4.8")
    void the_days_of_every_shared_application_are_counted_as_expected(JsonNode application) {
        String wrongBody = application.path("wrongBody").textValue();
        Reading reading = read(ApplicationMade.of(day(application.path("informationProvidedOn")),
                instant(application.path("receivedAt")), wrongBody == null ? null : WrongBody.valueOf(wrongBody),
                instant(application.path("receivedByWrongBodyAt")), instant(application.path("forwardedAt"))));
        assertThat(reading.countedDays()).isEqualTo(
                application.path("countedDays").isNull() ? null : application.path("countedDays").asInt());
        assertThat(reading.lastDay()).isEqualTo(day(application.path("lastDay")));
    }

    @ParameterizedTest(name = "provided {0}, received {1}: {2} days")
    @CsvSource({
        // day 1 is the day after, and the public example of a letter of 1 April ends with 29 April (5.1, 5.2)
        "2026-04-01, 2026-04-02T09:00:00Z, 1", "2026-04-01, 2026-04-29T22:59:59Z, 28",
        "2026-04-01, 2026-04-29T23:00:00Z, 29",
        // weekends and holidays count and nothing rolls on (5.5)
        "2026-03-06, 2026-04-03T10:00:00Z, 28", "2026-03-06, 2026-04-07T10:00:00Z, 32",
        // received in London time, also on the nights on which the clocks change (5.8)
        "2026-03-01, 2026-03-29T22:59:59Z, 28", "2026-03-01, 2026-03-29T23:00:00Z, 29",
        "2026-09-27, 2026-10-25T23:59:59Z, 28", "2026-09-27, 2026-10-26T00:00:00Z, 29",
        "2028-02-01, 2028-02-29T12:00:00Z, 28", "2026-12-31, 2026-12-31T23:59:59Z, 0",
        // an application before the information cannot be late
        "2026-03-10, 2026-03-02T09:00:00Z, 0"
    })
    @Rule({"5.1", "5.2", "5.4", "5.5", "5.8"})
    void days_are_civil_days_in_London_from_the_day_after(LocalDate provided, Instant received, int days) {
        assertThat(read(ApplicationMade.of(provided, received, null, null, null)).countedDays()).isEqualTo(days);
    }

    @Test
    @Rule({"4.3", "4.4"})
    void days_with_the_IOPC_are_left_out_and_the_application_counts_as_made_when_forwarded() {
        Reading reading = read(ApplicationMade.of(day("2026-02-23"), at("2026-04-02"), IOPC, at("2026-03-17"),
                at("2026-04-01")));
        assertThat(reading.countedDays()).isEqualTo(22);
        assertThat(reading.lastDay()).isEqualTo("2026-03-23");
        assertThat(reading.state()).isEqualTo(ClockState.MET);
    }

    @ParameterizedTest
    @CsvSource({"FORCE", "OTHER_LPB"})
    @Rule("4.5")
    void days_with_the_force_or_another_local_policing_body_are_not_left_out(WrongBody body) {
        Reading reading = read(ApplicationMade.of(day("2026-04-13"), at("2026-05-05"), body, at("2026-04-24"),
                at("2026-05-05")));
        assertThat(reading.countedDays()).isEqualTo(22);
        assertThat(reading.explanation()).doesNotContain("left out");
    }

    @Test
    void an_application_that_went_astray_twice_loses_only_the_days_with_the_IOPC() {
        Reading forceThenIopc = read(new ApplicationMade(day("2026-03-01"), at("2026-03-21"), List.of(
                new Misdirection(FORCE, at("2026-03-05"), at("2026-03-10")),
                new Misdirection(IOPC, at("2026-03-11"), at("2026-03-20")))));
        assertThat(forceThenIopc.countedDays()).isEqualTo(10);

        Reading iopcTwice = read(new ApplicationMade(day("2026-03-01"), at("2026-03-30"), List.of(
                new Misdirection(IOPC, at("2026-03-03"), at("2026-03-08")),
                new Misdirection(IOPC, at("2026-03-12"), at("2026-03-30")))));
        assertThat(iopcTwice.countedDays()).isEqualTo(2 + 4);
        assertThat(iopcTwice.explanation()).endsWith("29 days later, of which 23 (with the IOPC until"
                + " Sunday 8 March 2026 and with the IOPC until Monday 30 March 2026) are left out of account, so 6 days count against the 28.");

        Reading overlapping = read(new ApplicationMade(day("2026-03-01"), at("2026-03-20"), List.of(
                new Misdirection(IOPC, at("2026-03-05"), at("2026-03-12")),
                new Misdirection(IOPC, at("2026-03-10"), at("2026-03-15")))));
        assertThat(overlapping.countedDays()).as("no day is left out twice").isEqualTo(4);

        Reading iopcThenForce = read(new ApplicationMade(day("2026-03-01"), at("2026-03-20"), List.of(
                new Misdirection(IOPC, at("2026-03-05"), at("2026-03-10")),
                new Misdirection(OTHER_LPB, at("2026-03-11"), at("2026-03-20")))));
        assertThat(iopcThenForce.countedDays()).as("made when it came, because the last to have it was neither body")
                .isEqualTo(19 - 5);
    }

    @Test
    void what_is_not_known_of_a_misdirection_is_taken_as_it_must_have_been() {
        assertThat(read(ApplicationMade.of(day("2026-03-01"), at("2026-03-20"), IOPC, at("2026-03-05"), null))
                .countedDays()).as("forwarded at the latest when it came").isEqualTo(4);
        assertThat(read(ApplicationMade.of(day("2026-03-01"), at("2026-03-20"), IOPC, null, at("2026-03-18")))
                .countedDays()).as("nothing can be left out, but it counts as made when forwarded").isEqualTo(17);
        assertThat(read(ApplicationMade.of(day("2026-03-10"), at("2026-03-20"), IOPC, at("2026-03-05"),
                at("2026-03-18"))).countedDays()).as("with the IOPC before the time began").isZero();
        assertThatThrownBy(() -> ApplicationMade.of(null, null, IOPC, at("2026-03-20"), at("2026-03-05")))
                .isInstanceOfSatisfying(ClockInputException.class, e -> assertThat(e.faults())
                        .extracting(Fault::field).containsExactly("receivedAt", "forwardedAt"));
    }

    @Test
    @Rule("5.3")
    void a_right_that_was_never_explained_never_started_the_clock() {
        Reading reading = read(ApplicationMade.of(null, at("2026-08-19"), null, null, null));
        assertThat(reading.state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(reading.countedDays()).isNull();
        assertThat(reading.lastDay()).isNull();
        assertThat(reading.dueOn()).isNull();
        assertThat(reading.explanation()).isEqualTo("The 28 days for applying have not begun, because no day is"
                + " known on which the information about the right to a review was provided (reg 29(2)).");
    }

    @ParameterizedTest(name = "given {0}, provided {1}, letter of {2}, sent {3}: {4}")
    @CsvSource(nullValues = "-", value = {
        "true, 2026-02-10, 2026-02-01, 2026-02-02, 2026-02-10", "-, 2026-02-10, -, -, 2026-02-10",
        "true, -, 2026-02-01, 2026-02-02, 2026-02-02", "-, -, 2026-02-03, 2026-02-02, 2026-02-03",
        "-, -, 2026-02-03, -, 2026-02-03", "-, -, -, 2026-02-02, 2026-02-02", "true, -, -, -, -",
        "false, 2026-02-10, 2026-02-01, 2026-02-02, -"})
    @Rule("5.7")
    void the_information_was_provided_on_the_day_told_or_else_on_the_later_of_letter_and_sending(
            Boolean given, LocalDate provided, LocalDate letter, LocalDate sent, LocalDate day) {
        assertThat(ApplicationMade.informationProvidedOn(given, provided, letter, sent)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-12T10:00:00Z | ; the application was received on Thursday 12 March 2026, day 2 of 28.",
        "2026-03-10T10:00:00Z | ; the application was received on Tuesday 10 March 2026, before any of the 28 days had"
            + " passed.",
    })
    void the_sentence_says_which_day_it_was(Instant received, String ending) {
        assertThat(read(ApplicationMade.of(day("2026-03-10"), received, null, null, null)).explanation())
                .isEqualTo("The information about the right to a review was provided on Tuesday 10 March 2026, so the"
                        + " last day for applying was Tuesday 7 April 2026 (reg 29(2))" + ending);
    }

    @Test
    void one_day_that_counts_and_one_that_does_not_are_said_as_one() {
        Reading reading = read(ApplicationMade.of(day("2026-03-01"), at("2026-03-03"), IOPC, at("2026-03-02"), at("2026-03-03")));
        assertThat(reading.countedDays()).isEqualTo(1);
        assertThat(reading.explanation()).endsWith("2 days later, of which 1 (with the IOPC until Tuesday 3 March"
                + " 2026) is left out of account, so 1 day counts against the 28.");
    }

    @Test
    void a_glance_at_an_application_says_which_day_it_was_or_how_late() {
        assertThat(glance("2026-03-29")).isEqualTo("Day 28 of 28, false");
        assertThat(glance("2026-03-30")).isEqualTo("1 day out of time, true");
        assertThat(glance("2026-04-02")).isEqualTo("4 days out of time, true");
    }

    @Test
    void a_time_that_is_no_longer_counted_says_why() {
        CaseClock clock = new CaseClock(TestClocks.APPLICATION_PERIOD.of("RV/2026/000001A"));
        tell(clock, NewFact.of(FactKind.START, day("2026-03-10"), "Information provided", "reg 29(2)"));
        tell(clock, NewFact.of(FactKind.CANCEL, day("2026-03-12"), "Never an application", "-"));
        assertThat(clock.reading().state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock.reading().explanation()).isEqualTo("Never an application.");
    }

    private static String glance(String received) {
        CaseClock clock = new CaseClock(TestClocks.APPLICATION_PERIOD.of("RV/2026/000001A"));
        tell(clock, ApplicationMade.of(day("2026-03-01"), at(received), null, null, null).facts(NOW).toArray(NewFact[]::new));
        ClockView view = Wording.view(
                RULE, clock.facts(), day("2026-06-01"), TestCalendars.of(WorkingCalendar.ENGLAND_AND_WALES));
        return view.words() + ", " + view.late();
    }

    @Test
    void before_the_application_the_time_runs_and_afterwards_an_extension_keeps_the_last_day() {
        CaseClock clock = new CaseClock(TestClocks.APPLICATION_PERIOD.of("RV/2026/000001A"));
        tell(clock, NewFact.of(FactKind.START, day("2026-03-10"), "Information provided", "reg 29(2)"));
        assertThat(clock.reading().state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.reading().dueOn()).isEqualTo("2026-04-07");
        assertThat(clock.reading().explanation()).endsWith("so the last day for applying is Tuesday 7 April 2026"
                + " (reg 29(2)).");
        tell(clock, NewFact.of(FactKind.EXTEND, day("2026-04-08"), day("2026-05-20"), "In hospital", "reg 29(4)"));
        tell(clock, NewFact.of(FactKind.MET, day("2026-05-20"), "Application received", "reg 29(2)"));
        assertThat(clock.reading().dueOn()).isEqualTo("2026-05-20");
        assertThat(clock.reading().lastDay()).isEqualTo("2026-04-07");
        assertThat(clock.reading().countedDays()).isEqualTo(71);
        assertThat(clock.reading().explanation()).contains(", extended to Wednesday 20 May 2026 (In hospital); ");
    }

    private static Reading read(ApplicationMade made) {
        CaseClock clock = new CaseClock(TestClocks.APPLICATION_PERIOD.of("RV/2026/000001A"));
        tell(clock, made.facts(NOW).toArray(NewFact[]::new));
        return clock.reading();
    }

    private static void tell(CaseClock clock, NewFact... facts) {
        clock.record(new ArrayList<>(List.of(facts)), Instant.EPOCH, "caseworker1", all -> Derivation.read(RULE,
                TestCalendars.of(WorkingCalendar.ENGLAND_AND_WALES), all));
    }

    private static LocalDate day(JsonNode node) {
        return node.isNull() ? null : LocalDate.parse(node.asText());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant instant(JsonNode node) {
        return node.isNull() ? null : Instant.parse(node.asText());
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T10:00:00Z");
    }
}
