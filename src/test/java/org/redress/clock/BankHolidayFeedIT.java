package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.clock.TestClocks.PAPERS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/** Lists over HTTP, from a real server into a real table. Everything is rolled back. */
@SpringBootTest(classes = ClockSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ClockDatabase.class)
@Transactional
class BankHolidayFeedIT {

    private static final String NEW_DAY =
            "{\"title\": \"Day of thanks\", \"date\": \"2026-12-02\", \"notes\": \"\", \"bunting\": true}";

    @Autowired
    private BankHolidays bankHolidays;
    @Autowired
    private BankHolidayReadings readings;
    @Autowired
    private FeedDoor door;
    @Autowired
    private Now now;
    @Autowired
    private Clocks clocks;
    @Autowired
    private ClockSlice.Wall wall;
    @Autowired
    private ClockSlice.Heard heard;

    private final FeedServer server = new FeedServer();
    private final MockEnvironment settings = new MockEnvironment();
    private BankHolidayFeed feed;

    @BeforeEach
    void a_house_with_an_address() {
        settings.setProperty("redress.bank-holidays.feed-url", " " + server.address() + " ");
        feed = new BankHolidayFeed(bankHolidays, readings, door, now, settings);
        wall.turnTo("2026-11-22");
        heard.moves.clear();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_new_day_in_the_list_moves_what_rests_on_it_and_is_noted() {
        clocks.start(PAPERS.of("RV/2026/000001A"), LocalDate.of(2026, 11, 20), "Asked", "x");
        server.answers(withNewDay());
        heard.moves.clear();

        FeedPreview preview = feed.preview(feed.fetch("Proclaimed", "owner"), feed.address(), "Proclaimed", "owner");
        assertThat(preview.changes().words()).containsExactly("Added: Wednesday 2 December 2026");
        assertThat(preview.effect().clocks()).containsExactly(new Effect.OfClock(PAPERS, "Papers from the force", 1, 0));
        assertThat(preview.effect().words()).isEqualTo("1 open due day in 1 case");
        assertThat(heard.moves).as("nothing has happened yet").isEmpty();
        assertThat(feed.readings()).isEmpty();

        FeedPreview taken = feed.take(feed.fetch("Proclaimed", "owner"), feed.address(), "Proclaimed", "owner");
        assertThat(taken).isEqualTo(preview);
        assertThat(clocks.dueOn(PAPERS.of("RV/2026/000001A"))).contains(LocalDate.of(2026, 12, 7));
        assertThat(feed.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.taken()).isTrue();
            assertThat(reading.source()).isEqualTo(server.address());
            assertThat(reading.words())
                    .isEqualTo("Added: Wednesday 2 December 2026. It moved 1 open due day in 1 case.");
        });
    }

    @Test
    void the_daily_look_takes_in_what_is_new_and_the_next_one_finds_nothing() {
        server.answers(withNewDay());
        feed.look();
        feed.look();
        assertThat(feed.readings()).extracting(ListReading::words)
                .containsExactly("Nothing new.", "Added: Wednesday 2 December 2026. It moved no open due day.");
        assertThat(feed.readings()).allMatch(reading -> reading.by().equals("redress") && reading.taken());
    }

    static Stream<Arguments> badLists() {
        String good = TestCalendars.feed();
        return Stream.of(
                Arguments.of("", "The list is empty."),
                Arguments.of("<!doctype html><html><body>Sorry</body></html>", "The list is not JSON"),
                Arguments.of("x".repeat(10_000_000), "More than a million characters came"),
                Arguments.of(good.replaceAll("(?s)\\{\\s*\"title\"[^}]*\"2019-[^}]*\\},", ""),
                        "The list leaves out 8 bank holidays that have already been"),
                Arguments.of(good.replaceFirst("\"events\": \\[", "\"events\": [" + NEW_DAY
                        .replace("Day of thanks", "St Andrew’s Day").replace("2026-12-02", "2026-11-30") + ","),
                        "which is kept only in Scotland or Northern Ireland"));
    }

    @ParameterizedTest
    @MethodSource("badLists")
    void a_list_that_cannot_be_trusted_changes_nothing_and_is_noted(String list, String words) {
        List<BankHoliday> before = bankHolidays.all();
        server.answers(list);
        assertThatThrownBy(() -> feed.take(feed.fetch("Look", "owner"), feed.address(), "Look", "owner"))
                .isInstanceOf(FeedRejectedException.class).hasMessageContaining(words);
        feed.look();
        assertThat(bankHolidays.all()).isEqualTo(before);
        assertThat(heard.moves).isEmpty();
        assertThat(feed.readings()).hasSize(2).allSatisfy(reading -> {
            assertThat(reading.taken()).isFalse();
            assertThat(reading.words()).contains(words).endsWith("Nothing was changed.");
        });
        assertThat(feed.readings()).extracting(ListReading::by).containsExactly("redress", "owner");
    }

    @Test
    void a_list_that_was_handed_over_is_noted_too_when_it_is_refused() {
        assertThatThrownBy(() -> feed.preview("<html>", "An e-mail", "Look", "owner"))
                .isInstanceOf(FeedRejectedException.class);
        assertThatThrownBy(() -> feed.take(TestCalendars.feed(), "", "", "owner")).isInstanceOf(ClockInputException.class);
        assertThat(feed.readings()).singleElement().extracting(ListReading::source).isEqualTo("An e-mail");
    }

    @Test
    void without_an_address_nothing_is_looked_at_and_the_owner_is_told() {
        settings.setProperty("redress.bank-holidays.feed-url", " ");
        feed.look();
        assertThat(feed.address()).isNull();
        assertThat(feed.readings()).isEmpty();
        assertThatThrownBy(() -> feed.fetch("Look", "owner")).isInstanceOf(ClockInputException.class)
                .hasMessageContaining("No address is set");
        assertThatThrownBy(() -> feed.fetch(" ", "owner")).isInstanceOf(ClockInputException.class)
                .hasMessageContaining("reason").hasMessageContaining("fetch");
    }

    private static String withNewDay() {
        return TestCalendars.feed().replaceFirst("\"events\": \\[", "\"events\": [" + NEW_DAY + ",");
    }
}
