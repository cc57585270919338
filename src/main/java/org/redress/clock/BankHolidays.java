package org.redress.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank holidays, which process owners keep. Each change is kept with who and why, and moves every open due day that
 * rests on it in the same transaction (see {@link BankHolidaysChanged}): either all of it happens or none.
 */
@Service
@Transactional
public class BankHolidays implements Calendars {

    private final BankHolidayRows rows;
    private final BankHolidayYears years;
    private final CalendarLock lock;
    private final Now now;
    private final ApplicationEventPublisher events;

    BankHolidays(BankHolidayRows rows, BankHolidayYears years, CalendarLock lock, Now now,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.years = years;
        this.lock = lock;
        this.now = now;
        this.events = events;
    }

    /** Every day that was ever in the table, in order, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<BankHoliday> all() {
        return rows.findAllByOrderByDayAscIdAsc().stream().map(BankHolidayRow::seen).toList();
    }

    /** The years that are complete, in order. */
    @Transactional(readOnly = true)
    public List<Integer> years(Division division) {
        return years.findAll().stream().filter(y -> y.division() == division).map(BankHolidayYear::year).sorted()
                .toList();
    }

    /**
     * Adds a day, for example one that is proclaimed at ten days' notice.
     *
     * @param publishedAt when the source announced it; may be null
     * @throws ClockInputException if something is missing or the day is a holiday already
     */
    public void add(Division division, LocalDate day, String title, String source, Instant publishedAt,
            String reason, String by) {
        new Needed().day("day", day).text("title", title, 150).text("source", source, 500).text("reason", reason, 1000)
                .text("by", by, 100).check();
        lock.alone();
        put(division, day, title, source, publishedAt, reason, by);
        publish(List.of(new BankHolidaysChanged.Change(division, day, title, true)), reason, by);
    }

    /**
     * Moves a holiday to another day, as Spring bank holiday was in 2022.
     *
     * @throws ClockInputException if something is missing, the first day is no holiday or the second is one already
     */
    public void move(Division division, LocalDate from, LocalDate to, String source, Instant publishedAt,
            String reason, String by) {
        new Needed().day("from", from).day("to", to).text("source", source, 500).text("reason", reason, 1000)
                .text("by", by, 100).check();
        lock.alone();
        String title = takeAway(division, from, "from", reason, by);
        put(division, to, title, source, publishedAt, reason, by);
        publish(List.of(new BankHolidaysChanged.Change(division, from, title, false),
                new BankHolidaysChanged.Change(division, to, title, true)), reason, by);
    }

    /**
     * Withdraws a day: from now on it counts as any other day. The row stays and says why.
     *
     * @throws ClockInputException if something is missing or the day is no holiday
     */
    public void withdraw(Division division, LocalDate day, String reason, String by) {
        new Needed().day("day", day).text("reason", reason, 1000).text("by", by, 100).check();
        lock.alone();
        String title = takeAway(division, day, "day", reason, by);
        publish(List.of(new BankHolidaysChanged.Change(division, day, title, false)), reason, by);
    }

    /**
     * Says that every bank holiday of a year is in the table, so that days may be counted in it.
     *
     * @param source where the list of that year comes from
     */
    public void confirmYear(Division division, int year, String source, String by) {
        new Needed().text("source", source, 500).text("by", by, 100).check();
        lock.alone();
        if (!years.existsById(new BankHolidayYear.Key(division, year))) {
            years.save(new BankHolidayYear(division, year, source, now.instant(), by));
            publish(List.of(), "The bank holidays of " + year + " are complete", by);
        }
    }

    /**
     * Takes in a list in the shape that GOV.UK publishes. Days that only an earlier list had are withdrawn, but never
     * one that has been; days that a person added stay, and days that a person withdrew stay withdrawn. Scotland and
     * Northern Ireland are read where the list has them.
     *
     * @param text the whole list
     * @param source where it was read
     * @return what changed
     * @throws FeedRejectedException if the list cannot be trusted; nothing is changed
     */
    public FeedImport importFeed(String text, String source, String reason, String by) {
        new Needed().text("source", source, 500).text("reason", reason, 1000).text("by", by, 100).check();
        HolidayFeed feed = HolidayFeed.read(text);
        lock.alone();
        Map<LocalDate, String> elsewhere = counting(Set.of(Division.UK_EXTRA));
        feed.check(counting(Set.of(Division.ENGLAND_AND_WALES)).keySet(), elsewhere.keySet(), now.today());
        List<BankHolidaysChanged.Change> changes = new ArrayList<>();
        List<LocalDate> leftAlone = new ArrayList<>();
        List<Integer> yearsAdded = new ArrayList<>();
        boolean newYears = false;
        for (Division division : Division.values()) {
            takeIn(division, feed, source, reason, by, changes, leftAlone);
            for (int year : feed.years(division)) {
                if (!years.existsById(new BankHolidayYear.Key(division, year))) {
                    years.save(new BankHolidayYear(division, year, source, now.instant(), by));
                    newYears = true;
                    if (division == Division.ENGLAND_AND_WALES) {
                        yearsAdded.add(year);
                    }
                }
            }
        }
        if (newYears || !changes.isEmpty()) {
            publish(changes, reason, by);
        }
        return new FeedImport(days(changes, true), days(changes, false), leftAlone, yearsAdded);
    }

    @Override
    @Transactional(readOnly = true)
    public WorkingDays workingDays(WorkingCalendar calendar) {
        Set<Integer> complete = years.findAll().stream()
                .collect(Collectors.groupingBy(BankHolidayYear::year,
                        Collectors.mapping(BankHolidayYear::division, Collectors.toSet())))
                .entrySet().stream().filter(e -> e.getValue().containsAll(calendar.divisions()))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return new WorkingDays(calendar, counting(calendar.divisions()), complete);
    }

    private void takeIn(Division division, HolidayFeed feed, String source, String reason, String by,
            List<BankHolidaysChanged.Change> changes, List<LocalDate> leftAlone) {
        Map<LocalDate, String> known = counting(Set.of(division));
        Set<LocalDate> withdrawnByPerson = new HashSet<>();
        for (BankHolidayRow row : rows.findByDivisionOrderByDayAscIdAsc(division)) {
            LocalDate day = row.seen().day();
            boolean listed = feed.days(division).containsKey(day);
            if (row.withdrawnByPerson()) {
                withdrawnByPerson.add(day);
            } else if (row.seen().withdrawnAt() == null && !listed && row.fromFeed() && !day.isBefore(now.today())
                    && feed.years(division).contains(day.getYear())) {
                row.withdraw(now.instant(), by, "No longer in the list of " + source + ": " + reason, true);
                changes.add(new BankHolidaysChanged.Change(division, day, row.seen().title(), false));
            }
        }
        rows.flush();
        feed.days(division).forEach((day, title) -> {
            if (known.containsKey(day)) {
                return;
            }
            if (withdrawnByPerson.contains(day)) {
                leftAlone.add(day);
                return;
            }
            rows.save(new BankHolidayRow(new BankHoliday(day, title, division, source, true, now.instant(),
                    now.instant(), by, reason, null, null, null), true));
            changes.add(new BankHolidaysChanged.Change(division, day, title, true));
        });
    }

    private static List<LocalDate> days(List<BankHolidaysChanged.Change> changes, boolean added) {
        return changes.stream().filter(c -> c.added() == added).map(BankHolidaysChanged.Change::day).sorted().toList();
    }

    private Map<LocalDate, String> counting(Set<Division> divisions) {
        Map<LocalDate, String> days = new HashMap<>();
        rows.counting(divisions).forEach(named -> days.put(named.day(), named.title()));
        return days;
    }

    private void put(Division division, LocalDate day, String title, String source, Instant publishedAt,
            String reason, String by) {
        if (rows.findByDivisionAndDayAndWithdrawnAtIsNull(division, day).isPresent()) {
            throw new ClockInputException("day", Explanation.day(day) + " is a bank holiday already.");
        }
        rows.save(new BankHolidayRow(new BankHoliday(day, title.strip(), division, source.strip(), true, publishedAt,
                now.instant(), by, reason, null, null, null), false));
    }

    private String takeAway(Division division, LocalDate day, String field, String reason, String by) {
        BankHolidayRow row = rows.findByDivisionAndDayAndWithdrawnAtIsNull(division, day).orElseThrow(
                () -> new ClockInputException(field, Explanation.day(day) + " is not a bank holiday in the table."));
        row.withdraw(now.instant(), by, reason, false);
        return row.seen().title();
    }

    private void publish(List<BankHolidaysChanged.Change> changes, String reason, String by) {
        rows.flush();
        years.flush();
        events.publishEvent(new BankHolidaysChanged(changes, reason, by));
    }
}
