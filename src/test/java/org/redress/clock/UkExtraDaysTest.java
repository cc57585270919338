package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of Scotland and Northern Ireland with which a new table begins, as GOV.UK lists them for those years. */
class UkExtraDaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2021 | 2021-01-04 2nd January (Scotland, substitute day); 2021-03-17 St Patrick’s Day (Northern Ireland); \
            2021-07-12 Battle of the Boyne (Northern Ireland); 2021-08-02 Summer bank holiday (Scotland); \
            2021-11-30 St Andrew’s Day (Scotland)
            2022 | 2022-01-04 2nd January (Scotland, substitute day); 2022-03-17 St Patrick’s Day (Northern Ireland); \
            2022-07-12 Battle of the Boyne (Northern Ireland); 2022-08-01 Summer bank holiday (Scotland); \
            2022-11-30 St Andrew’s Day (Scotland)
            2026 | 2026-01-02 2nd January (Scotland); 2026-03-17 St Patrick’s Day (Northern Ireland); \
            2026-06-15 World Cup bank holiday (Scotland); \
            2026-07-13 Battle of the Boyne (Northern Ireland, substitute day); 2026-08-03 Summer bank holiday (Scotland); \
            2026-11-30 St Andrew’s Day (Scotland)
            """)
    void a_day_at_a_weekend_is_kept_on_the_next_weekday(int year, String days) {
        assertThat(UkExtraDays.of(year).entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(days);
    }
}
