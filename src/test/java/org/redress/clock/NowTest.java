package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NowTest {

    private final Now now = at("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "{0} is {1} in London")
    @CsvSource({
        "2026-03-02T00:00:00Z, 2026-03-02", "2026-03-02T23:59:59Z, 2026-03-02",
        // in summer London is an hour ahead
        "2026-08-30T22:59:59Z, 2026-08-30", "2026-08-30T23:00:00Z, 2026-08-31", "2026-08-30T23:48:00Z, 2026-08-31",
        // the nights on which the clocks change
        "2026-03-28T23:59:59Z, 2026-03-28", "2026-03-29T00:00:00Z, 2026-03-29", "2026-03-29T22:59:59Z, 2026-03-29",
        "2026-03-29T23:00:00Z, 2026-03-30", "2026-10-24T22:59:59Z, 2026-10-24", "2026-10-24T23:00:00Z, 2026-10-25",
        "2026-10-25T23:59:59Z, 2026-10-25", "2026-10-26T00:00:00Z, 2026-10-26",
        "2028-02-29T23:59:59Z, 2028-02-29", "2026-12-31T23:59:59Z, 2026-12-31", "2027-01-01T00:00:00Z, 2027-01-01"
    })
    void a_moment_belongs_to_the_day_it_is_in_London(Instant moment, LocalDate day) {
        assertThat(now.londonDay(moment)).isEqualTo(day);
        assertThat(at(moment.toString()).today()).isEqualTo(day);
        assertThat(at(moment.toString()).instant()).isEqualTo(moment);
        assertThat(moment).isBefore(now.endOf(day)).isAfterOrEqualTo(now.endOf(day.minusDays(1)));
    }

    @Test
    void a_day_ends_with_the_first_moment_of_the_next_on_every_clock_change_of_ten_years() {
        JsonNode changes = TestCalendars.json("/clock/clock-changes-europe-london.json").path("changes");
        assertThat(changes).hasSize(10);
        for (JsonNode change : changes) {
            Instant forward = Instant.parse(change.path("bstStartsAt").asText());
            LocalDate shortDay = now.londonDay(forward);
            assertThat(Duration.between(now.endOf(shortDay.minusDays(1)), now.endOf(shortDay))).hasHours(23);
            Instant back = Instant.parse(change.path("bstEndsAt").asText());
            LocalDate longDay = now.londonDay(back);
            assertThat(Duration.between(now.endOf(longDay.minusDays(1)), now.endOf(longDay))).hasHours(25);
            assertThat(now.londonDay(back.minusSeconds(1))).as("the hour that comes twice").isEqualTo(longDay);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-03T00:00:00Z", "2026-07-31, 2026-07-31T23:00:00Z",
        "2026-12-31, 2027-01-01T00:00:00Z", "2028-02-29, 2028-03-01T00:00:00Z"})
    void a_day_is_over_at_midnight_in_London(LocalDate day, Instant end) {
        assertThat(now.endOf(day)).isEqualTo(end);
    }

    private static Now at(String moment) {
        return new Now(Clock.fixed(Instant.parse(moment), ZoneOffset.ofHours(-11)));
    }
}
