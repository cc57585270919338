package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day stays the day that somebody wrote, or is refused in words. */
class WrittenDayTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03/11/2026           | 2026-11-03
            3/11/2026            | 2026-11-03
            3.11.2026            | 2026-11-03
            3 - 11 - 2026        | 2026-11-03
            2026-11-03           | 2026-11-03
            3 November 2026      | 2026-11-03
            3rd NOV. 2026        | 2026-11-03
            November 3, 2026     | 2026-11-03
            '  3   November 2026 ' | 2026-11-03
            29/02/2024           | 2024-02-29
            1 sept 2026          | 2026-09-01
            """)
    void a_day_is_read_as_it_was_written(String written, LocalDate day) {
        assertThat(WrittenDay.read(written)).isEqualTo(new WrittenDay(day, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31/02/2026        | There is no 31 February 2026. Check the day and the month.
            29 February 2023  | There is no 29 February 2023. Check the day and the month.
            00/01/2026        | There is no 0 January 2026. Check the day and the month.
            11/13/2026        | There is no month 13. Write the day first and then the month, such as 27/3/2026.
            03/11/26          | Write the year with four digits, such as 2026: a shorter one can be taken for another year.
            3 November 026    | Write the year with four digits, such as 2026: a shorter one can be taken for another year.
            3 November 0206   | Check the year: write one from 1900 to 2099.
            3/11              | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            3 ma 2026         | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            3 brumaire 2026   | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            yesterday         | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            ''                | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            """)
    void what_is_no_day_or_could_be_two_is_refused_in_words(String written, String fault) {
        assertThat(WrittenDay.read(written)).isEqualTo(new WrittenDay(null, fault));
    }

    @Test
    void neither_language_nor_zone_of_the_machine_changes_a_day() {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : new String[] {"en-US", "de-DE", "ar-EG", "tr-TR"}) {
                for (String place : new String[] {"America/Los_Angeles", "Pacific/Kiritimati"}) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(place));
                    assertThat(WrittenDay.read("03/11/2026").day()).isEqualTo(LocalDate.of(2026, 11, 3));
                    assertThat(WrittenDay.words(LocalDate.of(2026, 11, 3))).isEqualTo("3 November 2026");
                    assertThat(WrittenDay.read("3 April 2026").day()).isEqualTo(LocalDate.of(2026, 4, 3));
                }
            }
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }
}
