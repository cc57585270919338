package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.clock.WorkingCalendar.ENGLAND_AND_WALES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.kernel.Fault;

/** Named days that a reader can check against a calendar on the wall. */
class DayCountTest {

    private final DayCount dayCount = TestCalendars.dayCount();

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "P1 | 2026-04-02 | 5  | 2026-04-13 | five working days after Maundy Thursday lie beyond Easter",
        "P1 | 2026-04-04 | 1  | 2026-04-07 | a start at the Easter weekend does not count itself",
        "P1 | 2026-03-06 | 1  | 2026-03-09 | a Friday is followed by a Monday",
        "P1 | 2026-12-24 | 1  | 2026-12-29 | Boxing Day 2026 is a Saturday and is kept on Monday",
        "P1 | 2022-05-31 | 2  | 2022-06-06 | the Jubilee took two days out of the week",
        "P1 | 2022-09-16 | 1  | 2022-09-20 | the day of the Queen's funeral was no working day",
        "P1 | 2028-02-28 | 1  | 2028-02-29 | the leap day is a working day",
        "P1 | 2026-06-12 | 1  | 2026-06-15 | a day kept only in Scotland is a working day here",
        "P2 | 2026-04-02 | 5  | 2026-04-10 | a working day is day 1",
        "P2 | 2026-04-03 | 1  | 2026-04-07 | on Good Friday the next working day is day 1",
        "P2 | 2026-03-07 | 2  | 2026-03-10 | on a Saturday Monday is day 1",
        "P2 | 2026-03-02 | 1  | 2026-03-02 | one day beginning today is today",
        "P4 | 2026-02-02 | -  | 2026-03-02 | four weeks if nothing is said",
        "P4 | 2026-04-01 | 28 | 2026-04-29 | the public example of regulation 29",
        "P4 | 2026-03-06 | 28 | 2026-04-03 | it may end on Good Friday and does not roll on",
        "P4 | 2028-02-01 | 28 | 2028-02-29 | and on the leap day",
        "P5 | 2026-03-02 | 56 | 2026-04-26 | 56 days beginning with the day",
        "P5 | 2026-03-02 | 1  | 2026-03-02 | one day beginning with the day is the day",
        "P6 | 2026-03-02 | 28 | 2026-03-30 | the first day after 28 days that start with the day",
        "P7 | 2026-03-02 | 12 | 2027-03-01 | twelve months end the day before",
        "P7 | 2026-03-01 | 1  | 2026-03-31 | a month from the first is the whole month",
        "P7 | 2027-02-28 | 12 | 2028-02-27 | a year into a leap year",
        "P7 | 2028-02-29 | 12 | 2029-02-27 | a year from the leap day: the month's last day stands in for the 29th",
        "P7 | 2026-01-31 | 1  | 2026-02-27 | the month's last day stands in for the 31st",
        "P8 | 2026-04-02 | -  | 2026-04-03 | the day after is Good Friday and counts",
        "P8 | 2026-12-31 | -  | 2027-01-01 | and New Year's Day too",
        "P9 | 2026-02-27 | -  | 2026-03-30 | St Patrick's Day does not count for freedom of information",
        "P9 | 2026-06-12 | 1  | 2026-06-16 | nor does a day that is kept only in Scotland",
        "P9 | 2026-01-03 | 20 | 2026-01-30 | receipt may be at a weekend",
        "P10| 2026-01-15 | -  | 2026-02-16 | the 15th is a Sunday, so Monday",
        "P10| 2026-01-31 | -  | 2026-03-02 | the last day of February is a Saturday, so Monday",
        "P10| 2026-03-03 | -  | 2026-04-07 | Good Friday rolls to the Tuesday after Easter",
        "P10| 2028-01-31 | -  | 2028-02-29 | the last day of February in a leap year",
        "P11| 2026-04-13 | 5  | 2026-04-02 | five working days before reach back over Easter",
        "P11| 2026-03-09 | 1  | 2026-03-06 | the working day before a Monday is a Friday",
        "P11| 2026-03-08 | 1  | 2026-03-06 | and before a Sunday too",
    })
    void each_rule_leads_to_its_day(DayRule rule, LocalDate start, Integer count, LocalDate date, String because) {
        Deadline deadline = dayCount.deadline(rule, start, count, null, null);
        assertThat(deadline.date()).as(because).isEqualTo(date);
        assertThat(deadline.until()).isNull();
    }

    @Test
    void the_window_of_P3_has_both_its_ends() {
        Deadline window = dayCount.deadline(DayRule.P3, day("2026-03-02"), 10, 25, null);
        assertThat(window.date()).isEqualTo(day("2026-03-16"));
        assertThat(window.until()).isEqualTo(day("2026-04-08"));
        assertThat(window.explanation()).isEqualTo("Not less than 10 and not more than 25 working days after Monday"
                + " 2 March 2026 means from Monday 16 March 2026 to Wednesday 8 April 2026, both included;"
                + " Good Friday 3 April, Easter Monday 6 April and the weekends are not counted.");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "P1 | 2026-04-02 | 5 | ENGLAND_AND_WALES | The 5th working day after Thursday 2 April 2026 is Monday 13 April"
            + " 2026; Good Friday 3 April, Easter Monday 6 April and the weekends are not counted.",
        "P1 | 2026-03-02 | 1 | - | The 1st working day after Monday 2 March 2026 is Tuesday 3 March 2026.",
        "P1 | 2026-03-06 | 1 | - | The 1st working day after Friday 6 March 2026 is Monday 9 March 2026; the weekend"
            + " is not counted.",
        "P1 | 2026-05-01 | 2 | - | The 2nd working day after Friday 1 May 2026 is Wednesday 6 May 2026; Early May bank"
            + " holiday 4 May and the weekend are not counted.",
        "P1 | 2024-12-31 | 1 | - | The 1st working day after Tuesday 31 December 2024 is Thursday 2 January 2025;"
            + " New Year’s Day 1 January is not counted.",
        "P1 | 2026-12-24 | 13 | - | The 13th working day after Thursday 24 December 2026 is Friday 15 January 2027;"
            + " Christmas Day 25 December 2026, Boxing Day 28 December 2026, New Year’s Day 1 January and the weekends"
            + " are not counted.",
        "P1 | 2026-01-02 | 200 | - | The 200th working day after Friday 2 January 2026 is Friday 16 October 2026;"
            + " Good Friday 3 April, Easter Monday 6 April, Early May bank holiday 4 May, Spring bank holiday 25 May,"
            + " Summer bank holiday 31 August and the weekends are not counted.",
        "P1 | 2025-12-31 | 252 | - | The 252nd working day after Wednesday 31 December 2025 is Wednesday 30 December"
            + " 2026; 8 bank holidays and the weekends are not counted.",
        "P2 | 2026-04-03 | 1 | - | Friday 3 April 2026 is not a working day, so Tuesday 7 April 2026 is day 1, and the"
            + " 1st working day is Tuesday 7 April 2026; Easter Monday 6 April and the weekend are not counted.",
        "P2 | 2026-03-02 | 3 | - | Counting Monday 2 March 2026 as day 1, the 3rd working day is Wednesday 4 March"
            + " 2026.",
        "P4 | 2026-02-02 | - | - | 28 days after Monday 2 February 2026 end with Monday 2 March 2026; weekends and bank"
            + " holidays count.",
        "P4 | 2026-03-06 | 28 | - | 28 days after Friday 6 March 2026 end with Friday 3 April 2026; weekends and bank"
            + " holidays count, and the time does not run on because that day is Good Friday.",
        "P4 | 2026-03-06 | 1 | - | 1 day after Friday 6 March 2026 ends with Saturday 7 March 2026; weekends and bank"
            + " holidays count, and the time does not run on because that day is at a weekend.",
        "P5 | 2026-03-02 | 56 | - | 56 days beginning with Monday 2 March 2026 end with Sunday 26 April 2026; weekends"
            + " and bank holidays count, and the time does not run on because that day is at a weekend.",
        "P6 | 2026-03-02 | 28 | - | 28 days starting with Monday 2 March 2026 end with Sunday 29 March 2026, so Monday"
            + " 30 March 2026 is the earliest day; weekends and bank holidays count.",
        "P7 | 2026-03-02 | 12 | - | A period of 12 months beginning with Monday 2 March 2026 ends with Monday 1 March"
            + " 2027, the day before the corresponding date, and the next begins on Tuesday 2 March 2027.",
        "P8 | 2026-03-02 | - | - | The time ends with the end of the day after Monday 2 March 2026, which is Tuesday"
            + " 3 March 2026; weekends and bank holidays count.",
        "P9 | 2026-02-27 | - | - | The 20th working day after receipt on Friday 27 February 2026, in every part of the"
            + " United Kingdom, is Monday 30 March 2026; St Patrick’s Day (Northern Ireland) 17 March and the weekends"
            + " are not counted.",
        "P9 | 2026-02-27 | - | ENGLAND_AND_WALES | The 20th working day after receipt on Friday 27 February 2026 is"
            + " Friday 27 March 2026; the weekends are not counted.",
        "P10| 2026-01-20 | - | - | One month from Tuesday 20 January 2026 is Friday 20 February 2026.",
        "P10| 2026-01-31 | - | - | One month from Saturday 31 January 2026 is Saturday 28 February 2026, the last day"
            + " of that month, which is at a weekend, so the next working day, Monday 2 March 2026, counts.",
        "P10| 2026-03-03 | - | - | One month from Tuesday 3 March 2026 is Friday 3 April 2026, which is Good Friday, so"
            + " the next working day, Tuesday 7 April 2026, counts.",
        "P11| 2026-04-13 | 5 | - | The latest day that is not less than 5 working days before Monday 13 April 2026 is"
            + " Thursday 2 April 2026; Good Friday 3 April, Easter Monday 6 April and the weekends are not counted.",
    })
    void each_day_is_explained_in_one_sentence(
            DayRule rule, LocalDate start, Integer count, WorkingCalendar calendar, String sentence) {
        assertThat(dayCount.deadline(rule, start, count, null, calendar).explanation()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1,1st", "2,2nd", "3,3rd", "4,4th", "11,11th", "12,12th", "13,13th", "21,21st", "22,22nd", "101,101st",
        "111,111th"})
    void numbers_are_said_as_people_say_them(int n, String words) {
        assertThat(Explanation.nth(n)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "P9 | 2026-11-27 | 20 | UK | Check before relying on this: St Andrew’s Day (Scotland) on Monday 30 November 2026 was not"
                + " compared with an official list.",
        "P9 | 2026-11-30 | 1 | UK | Check before relying on this: St Andrew’s Day (Scotland) on Monday 30 November 2026 was not"
                + " compared with an official list.",
        "P9 | 2026-12-01 | 15 | UK | -",
        "P1 | 2026-11-27 | 20 | - | -",
        "P11 | 2026-12-02 | 2 | UK | Check before relying on this: St Andrew’s Day (Scotland) on Monday 30 November 2026 was not"
                + " compared with an official list.",
        "P4 | 2026-11-27 | 28 | UK | -",
        "P10 | 2026-10-30 | - | UK | Check before relying on this: St Andrew’s Day (Scotland) on Monday 30 November 2026 was not"
                + " compared with an official list.",
        "P10 | 2026-11-02 | - | UK | -",
        "P9 | 2026-03-16 | 80 | UK | Check before relying on this: St Patrick’s Day (Northern Ireland) on Tuesday 17 March 2026,"
                + " World Cup bank holiday (Scotland) on Monday 15 June 2026 and Battle of the Boyne (Northern Ireland,"
                + " substitute day) on Monday 13 July 2026 were not compared with an official list.",
        "P9 | 2025-01-01 | 400 | UK | Check before relying on this: 10 bank holidays were not compared with an official list."})
    void days_in_doubt_are_said_beside_the_answer(DayRule rule, LocalDate start, Integer count, WorkingCalendar calendar,
            String caution) {
        assertThat(dayCount.deadline(rule, start, count, null, calendar).caution()).isEqualTo(caution);
    }

    @Test
    void everything_wrong_is_named_at_once() {
        assertFaults(() -> dayCount.deadline(null, null, 5, null, null), "rule", "start");
        assertFaults(() -> dayCount.deadline(DayRule.P1, day("2026-03-02"), null, 3, null), "count", "count2");
        assertFaults(() -> dayCount.deadline(DayRule.P1, day("2026-03-02"), 0, null, null), "count");
        assertFaults(() -> dayCount.deadline(DayRule.P1, day("2026-03-02"), -1, null, null), "count");
        assertFaults(() -> dayCount.deadline(DayRule.P4, day("2026-03-02"), 10_001, null, null), "count");
        assertFaults(() -> dayCount.deadline(DayRule.P3, day("2026-03-02"), 5, null, null), "count2");
        assertFaults(() -> dayCount.deadline(DayRule.P3, day("2026-03-02"), 5, 4, null), "count2");
        assertFaults(() -> dayCount.deadline(DayRule.P3, day("2026-03-02"), 0, 20_000, null), "count", "count2");
        assertFaults(() -> dayCount.deadline(DayRule.P8, day("2026-03-02"), 1, null, null), "count");
        assertFaults(() -> dayCount.deadline(DayRule.P10, day("1899-12-31"), 1, 1, null), "start", "count", "count2");
        assertFaults(() -> dayCount.deadline(DayRule.P4, day("3000-01-01"), 1, null, null), "start");
        assertThat(dayCount.deadline(DayRule.P4, day("1900-01-01"), 1, null, null).date()).isEqualTo("1900-01-02");
        assertThat(dayCount.deadline(DayRule.P4, day("2999-12-31"), 10_000, null, null).date()).isEqualTo("3027-05-19");
        assertThat(dayCount.deadline(DayRule.P3, day("2026-03-02"), 5, 5, null).until()).isEqualTo("2026-03-09");
    }

    @Test
    void a_year_without_known_bank_holidays_is_never_counted_as_if_it_had_none() {
        assertThatThrownBy(() -> dayCount.deadline(DayRule.P1, day("2028-12-20"), 10, null, null))
                .isInstanceOfSatisfying(CalendarNotKnownException.class, e -> {
                    assertThat(e.year()).isEqualTo(2029);
                    assertThat(e.calendar()).isEqualTo(ENGLAND_AND_WALES);
                }).hasMessage("The bank holidays of 2029 for England and Wales are not in the table, so this day cannot"
                        + " be found; a process owner adds them and confirms the year, or imports the GOV.UK list.");
        assertThatThrownBy(() -> dayCount.deadline(DayRule.P11, day("2019-01-02"), 2, null, null))
                .isInstanceOf(CalendarNotKnownException.class).hasMessageContaining("2018");
        assertThatThrownBy(() -> dayCount.deadline(DayRule.P10, day("2028-12-15"), null, null, null))
                .isInstanceOf(CalendarNotKnownException.class);
        assertThat(dayCount.deadline(DayRule.P4, day("2028-12-20"), 28, null, null).date()).isEqualTo("2029-01-17");
        assertThat(dayCount.isWorkingDay(day("2029-01-06"), ENGLAND_AND_WALES)).as("a Saturday is one").isFalse();
    }

    @Test
    void working_days_are_told_apart() {
        assertThat(dayCount.isWorkingDay(day("2026-04-02"), ENGLAND_AND_WALES)).isTrue();
        assertThat(dayCount.isWorkingDay(day("2026-04-03"), ENGLAND_AND_WALES)).isFalse();
        assertThat(dayCount.isWorkingDay(day("2026-06-15"), ENGLAND_AND_WALES)).isTrue();
        assertThat(dayCount.isWorkingDay(day("2026-06-15"), WorkingCalendar.UK)).isFalse();
        assertThat(dayCount.isWorkingDay(day("2026-03-07"), ENGLAND_AND_WALES)).isFalse();
        assertThat(dayCount.isWorkingDay(day("2026-03-08"), ENGLAND_AND_WALES)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void only_rules_that_lead_forward_to_one_day_suit_a_clock(DayRule rule) {
        assertThat(rule.suitsClocks()).isEqualTo(
                List.of(DayRule.P1, DayRule.P2, DayRule.P4, DayRule.P5, DayRule.P7, DayRule.P9).contains(rule));
        assertThat(rule.defaultCalendar()).isEqualTo(rule == DayRule.P9 ? WorkingCalendar.UK : ENGLAND_AND_WALES);
        assertThat(rule.countsWorkingDays()).isEqualTo(
                List.of(DayRule.P1, DayRule.P2, DayRule.P3, DayRule.P9, DayRule.P11).contains(rule));
    }

    private static void assertFaults(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... fields) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ClockInputException.class, e -> {
            assertThat(e.faults()).extracting(Fault::field).containsExactly(fields);
            assertThat(e).hasMessageContainingAll(Arrays.asList(fields).toArray(CharSequence[]::new));
        });
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
