package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LondonTest {

    @Test
    void a_day_begins_and_ends_when_it_does_in_london_on_both_sides_of_a_clock_change() {
        assertThat(London.dayOf(Instant.parse("2026-08-30T23:48:00Z"))).isEqualTo("2026-08-31");
        assertThat(London.dayOf(Instant.parse("2026-01-30T23:48:00Z"))).isEqualTo("2026-01-30");
        assertThat(London.endOf(LocalDate.parse("2026-03-28"))).isEqualTo("2026-03-29T00:00:00Z");
        assertThat(London.endOf(LocalDate.parse("2026-03-29"))).isEqualTo("2026-03-29T23:00:00Z");
        assertThat(London.noonOf(LocalDate.parse("2026-06-04"))).isEqualTo("2026-06-04T11:00:00Z");
    }

    @Test
    void days_and_moments_are_said_as_people_say_them() {
        assertThat(London.words(LocalDate.parse("2026-06-04"))).isEqualTo("4 June 2026");
        assertThat(London.weekday(LocalDate.parse("2026-06-04"))).isEqualTo("Thursday 4 June 2026");
        assertThat(London.words(Instant.parse("2026-06-04T08:32:00Z"))).isEqualTo("4 June 2026 at 9:32am");
    }
}
