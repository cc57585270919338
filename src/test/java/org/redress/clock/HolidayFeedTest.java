package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.clock.FeedRejectedException.Reason;

/** Which lists of bank holidays from outside are believed. */
class HolidayFeedTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Set<LocalDate> KNOWN = TestCalendars.ENGLAND_AND_WALES.keySet();
    private static final Set<LocalDate> ELSEWHERE = elsewhere();

    @Test
    void the_list_that_came_with_the_product_is_believed() {
        HolidayFeed feed = HolidayFeed.read(TestCalendars.feed());
        assertThatCode(() -> feed.check(KNOWN, KNOWN, ELSEWHERE, TODAY)).doesNotThrowAnyException();
        assertThat(feed.days(Division.ENGLAND_AND_WALES)).hasSize(83);
        assertThat(feed.days(Division.UK_EXTRA)).isEmpty();
        assertThat(feed.years(Division.ENGLAND_AND_WALES)).isEqualTo(TestCalendars.YEARS);
        assertThat(feed.days(Division.ENGLAND_AND_WALES)).containsEntry(LocalDate.parse("2026-12-28"),
                "Boxing Day (substitute day)");
    }

    @Test
    void a_day_proclaimed_at_ten_days_notice_is_believed() {
        assertThatCode(() -> check(with("2026-12-02", "Day of national thanks"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_empty_list_is_not(String text) {
        assertRejected(text, Reason.EMPTY);
        assertRejected(null, Reason.EMPTY);
    }

    @Test
    void nor_one_of_ten_megabytes() {
        assertRejected("x".repeat(10_000_000), Reason.TOO_BIG);
        assertRejected(TestCalendars.feed() + " ".repeat(1_000_000), Reason.TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>Sorry, we are having technical difficulties</body></html>",
        "{\"england-and-wales\": {\"events\": [", "2026-12-25", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void nor_something_that_is_no_json(String text) {
        assertRejected(text, Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "\"text\"", "{\"england-and-wales\": []}",
        "{\"england-and-wales\": {\"events\": {}}}", "{\"england-and-wales\": {\"events\": []}}",
        "{\"england-and-wales\": {\"events\": [{\"title\": \"Christmas Day\", \"date\": \"25/12/2026\"}]}}",
        "{\"england-and-wales\": {\"events\": [{\"title\": \"Christmas Day\"}]}}",
        "{\"england-and-wales\": {\"events\": [{\"title\": \" \", \"date\": \"2026-12-25\"}]}}",
        "{\"england-and-wales\": {\"events\": [{\"title\": \"A\", \"date\": \"2026-12-25\"},"
            + " {\"title\": \"B\", \"date\": \"2026-12-25\"}]}}",
        "{\"england-and-wales\": {\"events\": [{\"title\": \"A\", \"date\": \"2026-12-25\"}]}, \"scotland\": 5}"})
    void nor_json_of_another_shape(String text) {
        assertRejected(text, Reason.WRONG_SHAPE);
    }

    @Test
    void nor_a_name_too_long_to_be_one() {
        assertRejected(with("2026-12-02", "x".repeat(151)), Reason.WRONG_SHAPE);
        assertThatCode(() -> check(with("2026-12-02", "x".repeat(150)))).doesNotThrowAnyException();
    }

    @Test
    void nor_a_list_that_has_lost_its_past_years() {
        String future = TestCalendars.feed().replaceAll("(?s)\\{\\s*\"title\": \"[^\"]*\",\\s*\"date\": \"20(19|2[0-3])"
                + "-[^}]*},", "");
        assertThat(HolidayFeed.read(future).days(Division.ENGLAND_AND_WALES)).hasSize(40);
        assertThatThrownBy(() -> check(future)).isInstanceOfSatisfying(FeedRejectedException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.DROPS_PAST_DAYS))
                .hasMessage("The list leaves out 43 bank holidays that have already been, the first on Tuesday"
                        + " 1 January 2019. Nothing was changed.");
    }

    @Test
    void a_past_day_that_no_list_ever_had_may_be_missing() {
        Set<LocalDate> known = new TreeSet<>(KNOWN);
        known.add(LocalDate.parse("2025-06-03"));
        HolidayFeed feed = HolidayFeed.read(TestCalendars.feed());
        assertThatCode(() -> feed.check(known, KNOWN, ELSEWHERE, TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> feed.check(known, known, ELSEWHERE, TODAY)).isInstanceOf(FeedRejectedException.class)
                .hasMessageContaining("leaves out 1 bank holiday that has already been, on Tuesday 3 June 2025");
    }

    @Test
    void today_is_not_past() {
        String without = TestCalendars.feed().replace("2026-12-25", "2026-12-24");
        assertThatCode(() -> HolidayFeed.read(without).check(KNOWN, KNOWN, ELSEWHERE, LocalDate.parse("2026-12-25")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HolidayFeed.read(without).check(KNOWN, KNOWN, ELSEWHERE, LocalDate.parse("2026-12-26")))
                .isInstanceOf(FeedRejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-15, World Cup bank holiday", "2026-03-17, A day", "2027-11-30, Another day",
        "2029-11-30, St Andrew’s Day", "2029-01-02, 2nd January", "2029-07-12, Battle of the Boyne (Orangemen’s Day)"})
    void nor_one_that_gives_England_and_Wales_a_day_kept_elsewhere(String day, String title) {
        assertThatThrownBy(() -> check(with(day, title))).isInstanceOfSatisfying(FeedRejectedException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.FOREIGN_DAY)).hasMessageContaining(title);
    }

    @Test
    void nor_one_whose_new_day_is_shared_with_Scotland_alone() {
        assertThatThrownBy(() -> check(threeDivisions("2027-06-14", "2027-06-14", "2027-03-17")))
                .isInstanceOf(FeedRejectedException.class).hasMessageContaining("Special day on Monday 14 June 2027");
        assertThatCode(() -> check(threeDivisions("2027-06-14", "2027-06-14", "2027-06-14")))
                .as("kept everywhere").doesNotThrowAnyException();
    }

    @Test
    void days_of_scotland_and_northern_ireland_count_only_where_england_and_wales_have_none() {
        HolidayFeed feed = HolidayFeed.read(threeDivisions("2027-06-14", "2027-06-14", "2027-03-17"));
        assertThat(feed.days(Division.UK_EXTRA)).containsOnlyKeys(LocalDate.parse("2027-03-17"));
        assertThat(feed.years(Division.UK_EXTRA)).isEmpty();
    }

    private static String threeDivisions(String englandAndWales, String scotland, String northernIreland) {
        return with(englandAndWales, "Special day").replaceFirst("\\{", "{\"scotland\": {\"events\": ["
                + event(scotland, "Special day") + "]}, \"northern-ireland\": {\"events\": ["
                + event(northernIreland, "Special day") + "]},");
    }

    private static String with(String day, String title) {
        return TestCalendars.feed().replaceFirst("\"events\": \\[", "\"events\": [" + event(day, title) + ",");
    }

    private static String event(String day, String title) {
        return "{\"title\": \"" + title + "\", \"date\": \"" + day + "\", \"notes\": \"\", \"bunting\": true}";
    }

    private static void check(String text) {
        HolidayFeed.read(text).check(KNOWN, KNOWN, ELSEWHERE, TODAY);
    }

    private static void assertRejected(String text, Reason reason) {
        assertThatThrownBy(() -> HolidayFeed.read(text)).isInstanceOfSatisfying(FeedRejectedException.class,
                e -> assertThat(e.reason()).isEqualTo(reason)).hasMessageEndingWith("Nothing was changed.");
    }

    private static Set<LocalDate> elsewhere() {
        Set<LocalDate> days = new TreeSet<>(TestCalendars.UK.keySet());
        days.removeAll(KNOWN);
        return days;
    }
}
