package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.clock.Division.ENGLAND_AND_WALES;
import static org.redress.clock.Division.UK_EXTRA;
import static org.redress.clock.TestClocks.ACKNOWLEDGEMENT;
import static org.redress.clock.TestClocks.DECISION_TARGET;
import static org.redress.clock.TestClocks.PAPERS;
import static org.redress.clock.TestClocks.RECOMMENDATION_REPLY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of bank holidays and what hangs on it. Every test but two is rolled back. */
@SpringBootTest(classes = ClockSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ClockDatabase.class)
@Import(BankHolidaysIT.Broken.class)
@Transactional
class BankHolidaysIT {

    private static final LocalDate FUNERAL = LocalDate.of(2022, 9, 19);

    /** A listener that may fail, as a task or timer that cannot be moved would. */
    static class Broken {

        private boolean broken;

        @EventListener
        void fail(DueDayMoved move) {
            if (broken) {
                throw new IllegalStateException("The task cannot be moved");
            }
        }
    }

    @Autowired
    private BankHolidays bankHolidays;
    @Autowired
    private Clocks clocks;
    @Autowired
    private DayCount dayCount;
    @Autowired
    private ClockSlice.Wall wall;
    @Autowired
    private ClockSlice.Heard heard;
    @Autowired
    private Broken broken;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private javax.sql.DataSource dataSource;
    @Autowired
    private jakarta.persistence.EntityManager entityManager;

    @BeforeEach
    void quiet() {
        heard.moves.clear();
        broken.broken = false;
        wall.turnTo("2026-03-02");
    }

    @Test
    void the_table_starts_with_the_list_that_came_with_the_product() {
        List<BankHoliday> all = bankHolidays.all();
        assertThat(days(all, ENGLAND_AND_WALES)).isEqualTo(TestCalendars.ENGLAND_AND_WALES.keySet());
        Set<LocalDate> uk = days(all, UK_EXTRA);
        uk.addAll(TestCalendars.ENGLAND_AND_WALES.keySet());
        assertThat(uk).isEqualTo(TestCalendars.UK.keySet());
        assertThat(bankHolidays.years(ENGLAND_AND_WALES)).containsExactly(2019, 2020, 2021, 2022, 2023, 2024, 2025,
                2026, 2027, 2028);
        assertThat(all).filteredOn(h -> h.division() == ENGLAND_AND_WALES).allMatch(BankHoliday::verified);
        assertThat(all).filteredOn(h -> h.division() == UK_EXTRA).noneMatch(BankHoliday::verified);
        assertThat(all).filteredOn(h -> h.day().equals(FUNERAL)).singleElement().satisfies(funeral -> {
            assertThat(funeral.publishedAt()).isEqualTo("2022-09-09T17:51:37Z");
            assertThat(funeral.source()).contains("alphagov/frontend");
            assertThat(funeral.title()).isEqualTo("Bank Holiday for the State Funeral of Queen Elizabeth II");
        });
        assertThat(dayCount.deadline(DayRule.P9, LocalDate.of(2026, 2, 27), null, null, null).date())
                .isEqualTo("2026-03-30");
    }

    @Test
    void a_day_announced_with_ten_days_notice_moves_500_open_cases_once() {
        wall.turnTo("2022-09-08");
        bankHolidays.withdraw(ENGLAND_AND_WALES, FUNERAL, "As it stood on 8 September 2022", "owner");
        for (int i = 0; i < 500; i++) {
            String ref = "RV/2022/%06dA".formatted(i);
            clocks.start(PAPERS.of(ref), LocalDate.of(2022, 9, 7), "Papers asked for", "caseworker1");
            // one transaction per case in real life; here it would look through all earlier ones each time
            entityManager.clear();
        }
        clocks.start(RECOMMENDATION_REPLY.of("RV/2022/000000A"), LocalDate.of(2022, 9, 7), "Made", "officer1");
        clocks.start(ACKNOWLEDGEMENT.of("RV/2022/000000A"), LocalDate.of(2022, 9, 7), "Received", "officer1");
        heard.moves.clear();
        wall.turnTo("2022-09-09");
        bankHolidays.add(ENGLAND_AND_WALES, FUNERAL, "Bank holiday for the State Funeral", "GOV.UK",
                Instant.parse("2022-09-09T17:51:37Z"), "Proclaimed", "owner");

        assertThat(heard.moves).hasSize(500).allMatch(move -> move.clock().equals(PAPERS)
                && move.from().equals(LocalDate.of(2022, 9, 21)) && move.to().equals(LocalDate.of(2022, 9, 22)));
        assertThat(heard.moves.stream().map(DueDayMoved::caseReference).distinct()).hasSize(500);
        ClockView papers = view("RV/2022/000000A", PAPERS);
        assertThat(papers.dueOn()).isEqualTo("2022-09-22");
        assertThat(papers.facts()).last().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.MOVED);
            assertThat(fact.recordedBy()).isEqualTo("owner");
            assertThat(fact.what()).isEqualTo("Moved from Wednesday 21 September 2022 to Thursday 22 September 2022"
                    + " because Bank holiday for the State Funeral on Monday 19 September 2022 was added to the bank"
                    + " holidays: Proclaimed");
        });
        assertThat(view("RV/2022/000000A", ACKNOWLEDGEMENT).facts()).as("due before the day").hasSize(1);
        assertThat(view("RV/2022/000000A", RECOMMENDATION_REPLY).facts()).as("counted in days").hasSize(1);
        assertThat(clocks.asKnownOn("RV/2022/000000A", LocalDate.of(2022, 9, 8))).filteredOn(
                c -> c.clock().equals(PAPERS)).singleElement().extracting(ClockView::dueOn)
                .isEqualTo(LocalDate.of(2022, 9, 21));
    }

    @Test
    void a_holiday_that_is_moved_moves_each_clock_once() {
        wall.turnTo("2022-05-20");
        bankHolidays.move(ENGLAND_AND_WALES, LocalDate.of(2022, 6, 2), LocalDate.of(2022, 5, 30), "test", null,
                "As it would have been", "owner");
        clocks.start(PAPERS.of("RV/2022/000001A"), LocalDate.of(2022, 5, 19), "Papers asked for", "x");
        clocks.start(PAPERS.of("RV/2022/000002A"), LocalDate.of(2022, 5, 17), "Papers asked for", "x");
        assertThat(clocks.dueOn(PAPERS.of("RV/2022/000001A"))).contains(LocalDate.of(2022, 6, 6));
        assertThat(clocks.dueOn(PAPERS.of("RV/2022/000002A"))).contains(LocalDate.of(2022, 6, 1));
        heard.moves.clear();

        bankHolidays.move(ENGLAND_AND_WALES, LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2), "GOV.UK", null,
                "Platinum Jubilee", "owner");
        assertThat(heard.moves).singleElement().isEqualTo(new DueDayMoved("RV/2022/000002A", PAPERS,
                LocalDate.of(2022, 6, 1), LocalDate.of(2022, 5, 31), "Moved from Wednesday 1 June 2022 to Tuesday"
                + " 31 May 2022 because Spring bank holiday on Monday 30 May 2022 was withdrawn from the bank holidays"
                + " and Spring bank holiday on Thursday 2 June 2022 was added to the bank holidays: Platinum Jubilee"));
        assertThat(view("RV/2022/000001A", PAPERS).facts()).last().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.NOTE);
            assertThat(fact.what()).startsWith("Due day looked at again and left where it is");
        });
        assertThat(bankHolidays.all()).filteredOn(h -> h.day().equals(LocalDate.of(2022, 6, 2)))
                .as("withdrawn days stay, with their reason").hasSize(2).first()
                .satisfies(h -> assertThat(h.withdrawnReason()).isEqualTo("As it would have been"));
    }

    @Test
    void what_makes_no_sense_is_refused_and_named() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThatThrownBy(() -> bankHolidays.add(ENGLAND_AND_WALES, christmas, "Christmas", "x", null, "y", "owner"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("is a bank holiday already");
        assertThatThrownBy(() -> bankHolidays.withdraw(ENGLAND_AND_WALES, LocalDate.of(2026, 12, 1), "y", "owner"))
                .isInstanceOf(ClockInputException.class).hasMessageContaining("is not a bank holiday");
        assertThatThrownBy(() -> bankHolidays.move(ENGLAND_AND_WALES, LocalDate.of(2026, 12, 1), christmas, "x", null,
                "y", "owner")).isInstanceOf(ClockInputException.class).hasMessageContaining("from:");
        assertThatThrownBy(() -> bankHolidays.add(ENGLAND_AND_WALES, null, "", " ", null, null, ""))
                .isInstanceOfSatisfying(ClockInputException.class, e -> assertThat(e.faults())
                        .extracting(Fault::field)
                        .containsExactly("day", "title", "source", "reason", "by"));
        assertThat(days(bankHolidays.all(), ENGLAND_AND_WALES)).isEqualTo(TestCalendars.ENGLAND_AND_WALES.keySet());
    }

    @Test
    void a_year_may_be_counted_in_once_somebody_says_that_it_is_complete() {
        clocks.start(PAPERS.of("RV/2028/000001A"), LocalDate.of(2028, 12, 18), "Papers asked for", "x");
        LocalDate start = LocalDate.of(2028, 12, 18);
        assertThat(view("RV/2028/000001A", PAPERS).dueOn()).isEqualTo("2029-01-03");
        bankHolidays.add(ENGLAND_AND_WALES, LocalDate.of(2029, 1, 1), "New Year's Day", "GOV.UK", null, "2029",
                "owner");
        assertThat(view("RV/2028/000001A", PAPERS).dueOn()).isEqualTo("2029-01-04");
        assertThatThrownBy(() -> dayCount.deadline(DayRule.P1, start, 10, null, null))
                .isInstanceOf(CalendarNotKnownException.class);

        bankHolidays.confirmYear(ENGLAND_AND_WALES, 2029, "GOV.UK", "Compared", "owner");
        assertThat(dayCount.deadline(DayRule.P1, start, 10, null, null).date()).isEqualTo("2029-01-04");
        assertThatThrownBy(() -> dayCount.deadline(DayRule.P9, start, 10, null, null))
                .as("the other list is not complete").isInstanceOf(CalendarNotKnownException.class);
        assertThat(view("RV/2028/000001A", PAPERS).explanation()).doesNotContain("may still move");
        assertThat(view("RV/2028/000001A", PAPERS).facts()).last().extracting(ClockView.Fact::kind)
                .isEqualTo(FactKind.NOTE);
        assertThat(heard.moves).hasSize(2);
    }

    @Test
    void what_would_move_is_said_beforehand_and_is_what_then_moves() {
        wall.turnTo("2022-05-20");
        LocalDate spring = LocalDate.of(2022, 6, 2);
        LocalDate other = LocalDate.of(2022, 5, 30);
        clocks.start(PAPERS.of("RV/2022/000001A"), LocalDate.of(2022, 5, 19), "Papers asked for", "x");
        clocks.start(PAPERS.of("RV/2022/000002A"), LocalDate.of(2022, 5, 17), "Papers asked for", "x");
        clocks.start(ACKNOWLEDGEMENT.of("RV/2022/000002A"), LocalDate.of(2022, 5, 23), "Received", "x");
        heard.moves.clear();

        Effect moved = bankHolidays.ifMoved(ENGLAND_AND_WALES, spring, other, "GOV.UK", "why", "owner");
        assertThat(moved.clocks()).containsExactly(new Effect.OfClock(ACKNOWLEDGEMENT, "Acknowledgement", 1, 0), new Effect.OfClock(PAPERS, "Papers from the force", 1, 0));
        assertThat(moved.cases()).isEqualTo(1);
        assertThat(heard.moves).isEmpty();
        assertThat(days(bankHolidays.all(), ENGLAND_AND_WALES)).contains(spring).doesNotContain(other);
        assertThat(bankHolidays.move(ENGLAND_AND_WALES, spring, other, "GOV.UK", null, "why", "owner")).isEqualTo(moved);

        Effect withdrawn = bankHolidays.ifWithdrawn(ENGLAND_AND_WALES, other, "why", "owner");
        assertThat(withdrawn.dueDays()).isEqualTo(3);
        assertThat(bankHolidays.withdraw(ENGLAND_AND_WALES, other, "why", "owner")).isEqualTo(withdrawn);

        Effect added = bankHolidays.ifAdded(ENGLAND_AND_WALES, other, "Spring", "GOV.UK", "why", "owner");
        assertThat(added.dueDays()).isEqualTo(3);
        assertThat(bankHolidays.add(ENGLAND_AND_WALES, other, "Spring", "GOV.UK", null, "why", "owner")).isEqualTo(added);
        assertThat(bankHolidays.ifAdded(UK_EXTRA, LocalDate.of(2022, 5, 25), "Elsewhere", "x", "why", "owner").dueDays())
                .as("no clock of ours counts by the other list").isZero();
        assertThat(heard.moves).hasSize(8);

        Effect year = bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 2029, "GOV.UK", "Compared", "owner");
        assertThat(year.words()).isEqualTo("no open due day");
        assertThat(bankHolidays.years(ENGLAND_AND_WALES)).doesNotContain(2029);
        assertThat(bankHolidays.confirmYear(ENGLAND_AND_WALES, 2029, " GOV.UK ", " Compared ", "owner")).isEqualTo(year);
        assertThat(bankHolidays.completeYears()).last().satisfies(one -> {
            assertThat(one.year()).isEqualTo(2029);
            assertThat(one.division()).isEqualTo(ENGLAND_AND_WALES);
            assertThat(one.source()).isEqualTo("GOV.UK");
            assertThat(one.reason()).isEqualTo("Compared");
            assertThat(one.confirmedBy()).isEqualTo("owner");
            assertThat(one.confirmedAt()).isEqualTo("2022-05-20T09:00:00Z");
        });
        assertThat(bankHolidays.completeYears()).extracting(CompleteYear::year).isSorted();
    }

    @Test
    void asking_beforehand_refuses_in_the_same_words() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        LocalDate workday = LocalDate.of(2026, 12, 1);
        refuses("day: Friday 25 December 2026 is a bank holiday already.",
                () -> bankHolidays.ifAdded(ENGLAND_AND_WALES, christmas, "x", "x", "y", "owner"));
        refuses("day: Tuesday 1 December 2026 is not a bank holiday in the table.",
                () -> bankHolidays.ifWithdrawn(ENGLAND_AND_WALES, workday, "y", "owner"));
        refuses("from: Tuesday 1 December 2026 is not a bank holiday in the table.; to: Friday 25 December 2026 is a bank"
                + " holiday already.", () -> bankHolidays.ifMoved(ENGLAND_AND_WALES, workday, christmas, "x", "y", "owner"));
        refuses("year: The year 2026 is complete already.",
                () -> bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 2026, "x", "y", "owner"));
        refuses("year: Give a year from 1900 to 2999.",
                () -> bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 1899, "x", "y", "owner"));
        refuses("year: Give a year from 1900 to 2999.",
                () -> bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 3000, "x", "y", "owner"));
        refuses("day: Give a day from 1900 to 2999.", () -> bankHolidays.ifAdded(ENGLAND_AND_WALES,
                LocalDate.of(3000, 1, 1), "x", "x", "y", "owner"));
        refuses("division: Say where the day is kept.; day: Give a day from 1900 to 2999.",
                () -> bankHolidays.ifAdded(null, LocalDate.of(1899, 12, 31), "x", "x", "y", "owner"));
        refuses("division: Say where the day is kept.; from: Give a day.; to: Give a day.; source: This is needed.; reason:"
                + " This is needed.; by: This is needed.", () -> bankHolidays.ifMoved(null, null, null, "", "", ""));
        refuses("division: Say where the day is kept.; day: Give a day.; reason: Type it again: it holds a character that"
                + " cannot be kept.", () -> bankHolidays.ifWithdrawn(null, null, "a\0b", "owner"));
        refuses("source: This is needed.; reason: This is needed.; by: This is needed.",
                () -> bankHolidays.ifImported(TestCalendars.feed(), " ", null, ""));
        assertThat(bankHolidays.ifAdded(ENGLAND_AND_WALES, LocalDate.of(1900, 1, 1), "x", "x", "y", "owner").dueDays()).isZero();
        assertThat(bankHolidays.ifAdded(ENGLAND_AND_WALES, LocalDate.of(2999, 12, 31), "x", "x", "y", "owner").dueDays())
                .isZero();
        assertThat(bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 1900, "x", "y", "owner").dueDays()).isZero();
        assertThat(bankHolidays.ifYearConfirmed(ENGLAND_AND_WALES, 2999, "x", "y", "owner").dueDays()).isZero();
    }

    private static void refuses(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ClockInputException.class).hasMessage(words);
    }

    @Test
    void a_good_list_is_taken_in() {
        String list = TestCalendars.feed()
                .replaceFirst("\"events\": \\[", "\"events\": [" + event("2026-12-02", "Day of thanks") + ","
                        + event("2029-01-01", "New Year’s Day") + "," + event("2029-03-30", "Good Friday") + ","
                        + event("2029-04-02", "Easter Monday") + ","
                        + event("2029-05-07", "Early May bank holiday") + ","
                        + event("2029-05-28", "Spring bank holiday") + "," + event("2029-08-27", "Summer bank holiday")
                        + "," + event("2029-12-25", "Christmas Day") + "," + event("2029-12-26", "Boxing Day") + ",")
                .replace("2028-08-28", "2028-08-29");
        bankHolidays.add(ENGLAND_AND_WALES, LocalDate.of(2027, 6, 1), "Proclaimed", "The Gazette", null, "ours",
                "owner");
        bankHolidays.withdraw(ENGLAND_AND_WALES, LocalDate.of(2027, 8, 30), "A mistake, we are told", "owner");

        FeedImport read = bankHolidays.importFeed(list, "GOV.UK", "Yearly look", "owner").changes();
        assertThat(read.added()).hasSize(10).contains(LocalDate.of(2026, 12, 2), LocalDate.of(2028, 8, 29));
        assertThat(read.withdrawn()).containsExactly(LocalDate.of(2028, 8, 28));
        assertThat(read.leftAlone()).containsExactly(LocalDate.of(2027, 8, 30));
        assertThat(read.yearsAdded()).containsExactly(2029);
        assertThat(days(bankHolidays.all(), ENGLAND_AND_WALES)).as("a day that a person added stays")
                .contains(LocalDate.of(2027, 6, 1));

        FeedImport again = bankHolidays.importFeed(list, "GOV.UK", "Yearly look", "owner").changes();
        assertThat(again).isEqualTo(
                new FeedImport(List.of(), List.of(), List.of(LocalDate.of(2027, 8, 30)), List.of()));
        FeedImport back = bankHolidays.importFeed(list.replace("2028-08-29", "2028-08-28"), "GOV.UK", "Mended",
                "owner").changes();
        assertThat(back.added()).as("what a list withdrew a list may bring back")
                .containsExactly(LocalDate.of(2028, 8, 28));
    }

    @Test
    void a_list_need_not_know_a_day_that_a_person_added_even_when_it_has_been() {
        bankHolidays.add(ENGLAND_AND_WALES, LocalDate.of(2025, 6, 3), "Proclaimed", "The Gazette", null, "ours", "owner");
        FeedPreview read = bankHolidays.importFeed(TestCalendars.feed(), "GOV.UK", "Yearly look", "owner");
        assertThat(read.isEmpty()).isTrue();
        assertThat(read.effect().dueDays()).isZero();
        assertThat(days(bankHolidays.all(), ENGLAND_AND_WALES)).contains(LocalDate.of(2025, 6, 3));
    }

    @Test
    void a_list_that_gives_scotland_and_northern_ireland_fills_the_other_calendar() {
        String list = TestCalendars.feed().replaceFirst("\\{", "{\"scotland\": {\"events\": ["
                + event("2026-12-02", "Scottish day") + "]}, \"northern-ireland\": {\"events\": ["
                + event("2026-12-03", "Irish day") + "," + event("2026-12-25", "Christmas Day") + "]},");
        FeedImport read = bankHolidays.importFeed(list, "GOV.UK", "Yearly look", "owner").changes();
        assertThat(read.added()).containsExactly(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3));
        assertThat(dayCount.isWorkingDay(LocalDate.of(2026, 12, 2), WorkingCalendar.ENGLAND_AND_WALES)).isTrue();
        assertThat(dayCount.isWorkingDay(LocalDate.of(2026, 12, 2), WorkingCalendar.UK)).isFalse();
    }

    @Test
    void a_bad_list_changes_nothing() {
        List<BankHoliday> before = bankHolidays.all();
        wall.turnTo("2026-11-22");
        for (String list : List.of("", "<html></html>", "x".repeat(10_000_000),
                TestCalendars.feed().replace("2019-04-19", "2029-04-19"),
                TestCalendars.feed().replaceFirst("\"events\": \\[", "\"events\": ["
                        + event("2026-06-15", "World Cup bank holiday") + ","))) {
            assertThatThrownBy(() -> bankHolidays.importFeed(list, "GOV.UK", "Look", "owner"))
                    .isInstanceOf(FeedRejectedException.class);
        }
        assertThat(bankHolidays.all()).isEqualTo(before);
        assertThat(heard.moves).isEmpty();
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void if_one_task_cannot_be_moved_the_holiday_is_not_added() {
        clocks.start(PAPERS.of("RV/2026/000901A"), LocalDate.of(2026, 3, 2), "Papers asked for", "x");
        broken.broken = true;
        LocalDate day = LocalDate.of(2026, 3, 9);
        assertThatThrownBy(() -> bankHolidays.add(ENGLAND_AND_WALES, day, "New", "GOV.UK", null, "why", "owner"))
                .hasMessage("The task cannot be moved");
        assertThat(days(bankHolidays.all(), ENGLAND_AND_WALES)).doesNotContain(day);
        assertThat(view("RV/2026/000901A", PAPERS).facts()).hasSize(1);
        assertThat(clocks.dueOn(PAPERS.of("RV/2026/000901A"))).contains(LocalDate.of(2026, 3, 16));
        broken.broken = false;
        clocks.cancelOpen("RV/2026/000901A", day, "Test over", "x");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void a_clock_that_starts_while_a_holiday_is_added_does_not_miss_it() throws Exception {
        String ref = "RV/2026/000902A";
        LocalDate day = LocalDate.of(2026, 3, 9);
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<?> other = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                clocks.start(DECISION_TARGET.of(ref), LocalDate.of(2026, 3, 2), "Received", "x");
                started.countDown();
                // not over before the other waits for it
                await().until(() -> JdbcClient.create(dataSource).sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class).single() > 0);
            }));
            started.await();
            bankHolidays.add(ENGLAND_AND_WALES, day, "New", "GOV.UK", null, "why", "owner");
            other.get();
            assertThat(clocks.dueOn(DECISION_TARGET.of(ref))).contains(LocalDate.of(2026, 4, 14));
        } finally {
            threads.shutdownNow();
            clocks.cancelOpen(ref, day, "Test over", "x");
            bankHolidays.withdraw(ENGLAND_AND_WALES, day, "Test over", "owner");
        }
    }

    private ClockView view(String ref, ClockName name) {
        return clocks.of(ref).stream().filter(clock -> clock.clock().equals(name)).findFirst().orElseThrow();
    }

    private static Set<LocalDate> days(List<BankHoliday> all, Division division) {
        return all.stream().filter(h -> h.division() == division && h.withdrawnAt() == null).map(BankHoliday::day)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static String event(String day, String title) {
        return "{\"title\": \"" + title + "\", \"date\": \"" + day + "\", \"notes\": \"\", \"bunting\": true}";
    }
}
