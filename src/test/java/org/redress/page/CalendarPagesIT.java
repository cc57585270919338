package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.clock.Division.ENGLAND_AND_WALES;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.clock.BankHolidays;
import org.redress.clock.ClockName;
import org.redress.clock.ClockRule;
import org.redress.clock.ClockRules;
import org.redress.clock.Clocks;
import org.redress.clock.FeedServer;
import org.redress.desk.DeskClocks;
import org.redress.review.Applications;
import org.redress.review.ReviewClocks;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of the calendar, as a browser asks for them. What a test changes it puts back. */
@RedressTest
class CalendarPagesIT {

    private static final LocalDate NEW_DAY = LocalDate.of(2026, 3, 25);
    private static final Pattern MOVES = Pattern.compile("This moves (\\d+ open due days? in \\d+ cases?)");

    private final BankHolidays bankHolidays;
    private final ClockRules rules;
    private final Clocks clocks;
    private final Applications applications;
    private final JdbcTemplate tables;

    @LocalServerPort
    private int port;

    @Autowired
    CalendarPagesIT(
            BankHolidays bankHolidays, ClockRules rules, Clocks clocks, Applications applications, JdbcTemplate tables) {
        this.bankHolidays = bankHolidays;
        this.rules = rules;
        this.clocks = clocks;
        this.applications = applications;
        this.tables = tables;
    }

    @AfterEach
    void as_it_was() {
        for (LocalDate day : new LocalDate[] {NEW_DAY, LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 3)}) {
            if (bankHolidays.all().stream().anyMatch(one -> one.day().equals(day) && one.withdrawnAt() == null)) {
                bankHolidays.withdraw(ENGLAND_AND_WALES, day, "Test over", "owner");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker1", "officer1", "manager", "private-office", "admin"})
    void everybody_who_is_signed_in_reads_the_calendar_and_only_an_owner_changes_it(String account) {
        Visitor visitor = Visitor.signedIn(account, port);
        HttpResponse<String> page = visitor.get("/calendar?year=2026");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Monday 31 August 2026", "Summer bank holiday", "Came with the product", "alphagov/frontend")
                .contains("Scotland or Northern Ireland only", "Check before relying on this")
                .doesNotContain("Withdraw<", "Add a day", "Paste a list");
        assertThat(visitor.get("/calendar/clocks").body()).contains("Papers from the force").doesNotContain(">Change<");
        for (String path : new String[] {"/calendar/add", "/calendar/list", "/calendar/clocks/PAPERS"}) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(visitor.form(path, Map.of("_csrf", Visitor.token(page.body()), "confirmed", "true")).statusCode())
                    .as(path).isIn(403, 404);
        }
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in() {
        assertThat(new Visitor(port).get("/calendar").headers().firstValue("Location").orElseThrow()).contains("/sign-in");
    }

    @Test
    void an_owner_is_told_how_many_due_days_would_move_before_any_does() {
        String reference = CasesForPages.open(applications, "Wilhelmina Nobodyseesme", "x");
        LocalDate target = clocks.dueOn(ReviewClocks.DECISION_TARGET.of(reference)).orElseThrow();
        Owner owner = new Owner();
        Map<String, String> typed = Map.of("division", "ENGLAND_AND_WALES", "day", "25 March 2026", "title", "Day of <thanks>",
                "source", "The Gazette", "publishedOn", "2026-03-15", "reason", "Proclaimed");

        HttpResponse<String> asked = owner.send("/calendar/add", typed);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Day of &lt;thanks&gt;", "Wednesday 25 March 2026", "Target for the decision: ");
        assertThat(asked.body()).doesNotContain("Wilhelmina").doesNotContain(reference);
        var moves = MOVES.matcher(asked.body());
        assertThat(moves.find()).isTrue();
        assertThat(clocks.dueOn(ReviewClocks.DECISION_TARGET.of(reference))).as("only asked").contains(target);

        HttpResponse<String> done = owner.confirm("/calendar/add", typed);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/calendar?year=2026");
        String after = owner.visitor.get("/calendar?year=2026").body();
        assertThat(after)
                .contains("is a bank holiday now. It moved " + moves.group(1) + ".")
                .contains("The Gazette; published 15 March 2026", "Proclaimed");
        assertThat(clocks.dueOn(ReviewClocks.DECISION_TARGET.of(reference))).hasValueSatisfying(
                day -> assertThat(day).isAfter(target));
        assertThat(acts()).endsWith("Day of <thanks> on Wednesday 25 March 2026 was added to the bank holidays");

        owner.confirm("/calendar/withdraw",
                Map.of("division", "ENGLAND_AND_WALES", "day", "25/3/2026", "reason", "A mistake"));
        assertThat(clocks.dueOn(ReviewClocks.DECISION_TARGET.of(reference))).contains(target);
        assertThat(owner.visitor.get("/calendar?year=2026").body()).contains("Days that were withdrawn", "A mistake");
    }

    @Test
    void what_is_missing_or_makes_no_sense_is_said_field_by_field_and_nothing_typed_is_lost() {
        Owner owner = new Owner();
        HttpResponse<String> empty = owner.send("/calendar/add", Map.of("day", "someday", "publishedOn", "once"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("There is a problem", "Select where the day is kept", "Enter a day like 27 March 2026")
                .contains("Enter the name of the day", "Enter who says so", "Enter the reason")
                .contains("Enter the day of the announcement")
                .contains("value=\"someday\"", "value=\"once\"");

        HttpResponse<String> known = owner.send("/calendar/move", Map.of("division", "ENGLAND_AND_WALES", "from", "1 May 2026",
                "to", "25 December 2026", "source", "The Gazette", "reason", "Why not"));
        assertThat(known.statusCode()).isEqualTo(422);
        assertThat(known.body()).contains("Friday 1 May 2026 is not a bank holiday in the table.")
                .contains("Friday 25 December 2026 is a bank holiday already.").contains("Why not</textarea>");
        assertThat(owner.send("/calendar/year", Map.of("division", "ENGLAND_AND_WALES", "year", "2026", "source", "x",
                "reason", "x")).body()).contains("The year 2026 is complete already.");
        assertThat(owner.send("/calendar/year", Map.of("division", "ENGLAND_AND_WALES", "year", "2029", "source", "x",
                "reason", "x")).body()).contains("There are 0 in it.", "A year has at least eight.");
    }

    @Test
    void a_list_that_was_pasted_is_shown_before_it_counts_and_a_bad_one_is_refused_and_noted() {
        Owner owner = new Owner();
        HttpResponse<String> refused =
                owner.send("/calendar/list", Map.of("list", "<html>Sorry</html>", "source", "An e-mail", "reason", "Yearly look"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The list is not JSON", "Nothing was changed.", "&lt;html&gt;Sorry");
        assertThat(owner.visitor.get("/calendar").body()).contains("Refused", "from An e-mail: The list is not JSON");

        Map<String, String> good = Map.of("list", list("2027-06-01"), "source", "An e-mail", "reason", "Yearly look");
        HttpResponse<String> shown = owner.send("/calendar/list", good);
        assertThat(shown.body()).contains("Added: Tuesday 1 June 2027", "open due day");
        assertThat(owner.confirm("/calendar/list", good).statusCode()).isEqualTo(302);
        assertThat(owner.visitor.get("/calendar").body()).contains("Taken in", "Added: Tuesday 1 June 2027. It moved ");
    }

    @Test
    void a_list_is_fetched_shown_and_taken_in_only_as_it_was_shown() {
        Owner owner = new Owner();
        assertThat(owner.visitor.get("/calendar").body()).contains("No address is set").doesNotContain("Fetch now");
        assertThat(owner.send("/calendar/fetch", Map.of("reason", "Look")).body()).contains("No address is set");
        try (FeedServer server = new FeedServer()) {
            System.setProperty("redress.bank-holidays.feed-url", server.address());
            server.answers(list("2027-06-02"));
            assertThat(owner.visitor.get("/calendar").body()).contains("Fetch now", server.address());
            HttpResponse<String> shown = owner.send("/calendar/fetch", Map.of("reason", "Look"));
            assertThat(shown.body()).contains("Added: Wednesday 2 June 2027");

            server.answers(list("2027-06-03"));
            HttpResponse<String> changed = owner.confirmShown("/calendar/fetch", shown, Map.of("reason", "Look"));
            assertThat(changed.body()).contains("has changed since you looked", "Added: Thursday 3 June 2027");
            assertThat(owner.confirmShown("/calendar/fetch", changed, Map.of("reason", "Look")).statusCode()).isEqualTo(302);
            server.answers("");
            assertThat(owner.send("/calendar/fetch", Map.of("reason", "Look")).body()).contains("The list is empty.");
        } finally {
            System.clearProperty("redress.bank-holidays.feed-url");
        }
        assertThat(owner.visitor.get("/calendar?year=2027").body()).contains("Thursday 3 June 2027").doesNotContain("2 June 2027<");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("/calendar/add", Map.of("division", "ENGLAND_AND_WALES", "day", "3 June 2027", "title", "Day", "source", "x")),
                Arguments.of("/calendar/move", Map.of(
                        "division", "ENGLAND_AND_WALES", "from", "28 December 2026", "to", "3 June 2027", "source", "x")),
                Arguments.of("/calendar/withdraw", Map.of("division", "ENGLAND_AND_WALES", "day", "28 December 2026")),
                Arguments.of("/calendar/year", Map.of("division", "ENGLAND_AND_WALES", "year", "2031", "source", "x")),
                Arguments.of("/calendar/list", Map.of("list", list("2027-06-01"), "source", "x")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void of_two_owners_the_later_hears_what_changed_and_keeps_what_they_typed(String path, Map<String, String> typed) {
        Owner first = new Owner();
        Owner second = new Owner();
        Map<String, String> theirs = new HashMap<>(typed);
        theirs.put("reason", "The second owner’s <reason>");
        HttpResponse<String> shown = second.send(path, theirs);
        assertThat(shown.statusCode()).isEqualTo(200);
        int before = bankHolidays.changes().size();

        first.confirm("/calendar/add", Map.of("division", "ENGLAND_AND_WALES", "day", "25 March 2026", "title", "Day of thanks",
                "source", "The Gazette", "reason", "Proclaimed"));
        HttpResponse<String> late = second.confirmShown(path, shown, theirs);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Gareth Penrose was first, on ", "Day of thanks on Wednesday 25 March 2026 became a bank holiday: Proclaimed")
                .contains("The second owner’s &lt;reason&gt;</textarea>");
        assertThat(bankHolidays.changes()).hasSize(before + 1);
        HttpResponse<String> again = second.visitor.submit(late.body(), path, theirs);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Check before it happens");
    }

    @Test
    void a_day_that_a_colleague_added_while_the_form_was_open_is_no_mistake_of_whoever_comes_second() {
        Owner first = new Owner();
        Owner second = new Owner();
        Map<String, String> day = Map.of("division", "ENGLAND_AND_WALES", "day", "25 March 2026", "title", "Day of thanks",
                "source", "The Gazette", "reason", "Proclaimed");
        String form = second.visitor.get("/calendar/add").body();
        first.confirm("/calendar/add", day);

        HttpResponse<String> late = second.visitor.submit(form, "/calendar/add", day);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody was there first", "value=\"25 March 2026\"");
    }

    @Test
    void clocks_say_where_their_number_comes_from_and_how_sure_it_is() {
        String page = Visitor.signedIn("caseworker1", port).get("/calendar/clocks").body();
        assertThat(page).contains("Time for applying", "28 days", "reg 29(2)", "Confirmed")
                .contains("Reply to the recommendation", "Check before relying on this: The title of regulation 30");
    }

    @Test
    void an_owner_changes_a_clock_and_of_two_at_once_the_later_is_told_and_keeps_their_words() {
        ClockRule was = rules.of(DeskClocks.PROGRESS_UPDATE);
        Owner first = new Owner();
        Owner second = new Owner();
        Map<String, String> mine = form(was, "30", "Our own promise");
        Map<String, String> theirs = form(was, "35", "A longer <promise>");
        try {
            assertThat(first.send("/calendar/clocks/PROGRESS_UPDATE", mine).body())
                    .contains("Check before it happens", "<strong>30</strong>", "Our own promise");
            assertThat(first.confirm("/calendar/clocks/PROGRESS_UPDATE", mine).statusCode()).isEqualTo(302);
            assertThat(rules.of(DeskClocks.PROGRESS_UPDATE).count()).isEqualTo(30);
            assertThat(first.visitor.get("/calendar/clocks").body())
                    .contains("Progress update is now 30 days. It moved ", "Before: 28 days", "Since: 30 days", "Our own promise");

            HttpResponse<String> late = second.confirm("/calendar/clocks/PROGRESS_UPDATE", theirs);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Somebody changed this clock after you opened it", "It stands now at <strong>30 days")
                    .contains("Our own promise", "A longer &lt;promise&gt;</textarea>", "value=\"35\"");
            assertThat(rules.of(DeskClocks.PROGRESS_UPDATE).count()).isEqualTo(30);

            Map<String, String> again = new HashMap<>(theirs);
            again.put("version", String.valueOf(was.version() + 1));
            assertThat(second.confirm("/calendar/clocks/PROGRESS_UPDATE", again).statusCode()).isEqualTo(302);
            assertThat(rules.of(DeskClocks.PROGRESS_UPDATE).count()).isEqualTo(35);
        } finally {
            ClockRule now = rules.of(DeskClocks.PROGRESS_UPDATE);
            rules.change(was.clock(), now.version(), was.rule(), was.count(), was.calendar(), was.provision(), was.verified(),
                    was.note(), "Test over", "owner");
        }
    }

    @Test
    void a_clock_form_names_every_fault_and_keeps_what_was_typed() {
        Owner owner = new Owner();
        Map<String, String> typed = form(rules.of(new ClockName("APPLICATION_PERIOD")), "0", "");
        typed.put("rule", "P1");
        typed.put("provision", " ");
        typed.put("note", "kept <note>");
        HttpResponse<String> answer = owner.send("/calendar/clocks/APPLICATION_PERIOD", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a whole number from 1 to 10000", "is counted in days after the information was provided (P4)")
                .contains("Enter where the number comes from", "Enter the reason for the change", "kept &lt;note&gt;</textarea>");
        assertThat(owner.visitor.get("/calendar/clocks/NONSENSE").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> form(ClockRule rule, String count, String reason) {
        Map<String, String> form = new HashMap<>();
        form.put("version", String.valueOf(rule.version()));
        form.put("count", count);
        form.put("rule", rule.rule().name());
        form.put("calendar", rule.calendar().name());
        form.put("provision", rule.provision());
        form.put("verified", rule.verified() ? "YES" : "NO");
        form.put("note", rule.note());
        form.put("reason", reason);
        return form;
    }

    private String acts() {
        return tables.queryForObject("select summary from app.act where action = 'CHANGED_CALENDAR' order by number desc limit 1",
                String.class);
    }

    private static String list(String newDay) {
        return FeedLists.withDay(newDay, "Day of thanks");
    }

    /** A process owner at a browser. */
    private final class Owner {

        private final Visitor visitor = Visitor.signedIn("owner", port);

        HttpResponse<String> send(String path, Map<String, String> typed) {
            Map<String, String> form = new HashMap<>(typed);
            form.put("_csrf", Visitor.token(visitor.get("/calendar").body()));
            return visitor.form(path, form);
        }

        /** Looks first, and then presses the button of the page that was shown. */
        HttpResponse<String> confirm(String path, Map<String, String> typed) {
            return confirmShown(path, send(path, typed), typed);
        }

        HttpResponse<String> confirmShown(String path, HttpResponse<String> shown, Map<String, String> typed) {
            Map<String, String> form = new HashMap<>(typed);
            form.put("confirmed", "true");
            var mark = Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"").matcher(shown.body());
            if (mark.find()) {
                form.put("mark", mark.group(1));
            }
            var seen = Pattern.compile("name=\"_seen\" value=\"([0-9]+)\"").matcher(shown.body());
            if (seen.find()) {
                form.put("_seen", seen.group(1));
            }
            return send(path, form);
        }
    }
}
