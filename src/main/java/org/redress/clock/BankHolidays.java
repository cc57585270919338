package org.redress.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank holidays, which process owners keep. Each change is kept with who and why, and moves every open due day that
 * rests on it in the same transaction: either all of it happens or none. Each can be asked beforehand what it would do;
 * the methods that ask check the same things and refuse in the same words.
 */
@Service
@Transactional
public class BankHolidays {

    private final BankHolidayRows rows;
    private final BankHolidayYears years;
    private final CalendarTable table;
    private final PlannedChange planned;
    private final ListAgainstTable lists;
    private final CalendarLock lock;
    private final ReadAnew readAnew;
    private final Now now;

    BankHolidays(BankHolidayRows rows, BankHolidayYears years, CalendarTable table, PlannedChange planned,
            ListAgainstTable lists, CalendarLock lock, ReadAnew readAnew, Now now) {
        this.rows = rows;
        this.years = years;
        this.table = table;
        this.planned = planned;
        this.lists = lists;
        this.lock = lock;
        this.readAnew = readAnew;
        this.now = now;
    }

    /** Every day that was ever in the table, in order, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<BankHoliday> all() {
        return rows.findAllByOrderByDayAscIdAsc().stream().map(BankHolidayRow::seen).toList();
    }

    /**
     * Every change that was ever made to the table, the oldest first. None is ever taken out: how many there are tells
     * whether the table has changed since somebody counted them.
     */
    @Transactional(readOnly = true)
    public List<CalendarChange> changes() {
        List<CalendarChange> changes = new ArrayList<>();
        for (BankHoliday one : all()) {
            changes.add(new CalendarChange(one.addedAt(), one.addedBy(),
                    one.title() + " on " + Explanation.day(one.day()) + " became a bank holiday", one.reason()));
            if (one.withdrawnAt() != null) {
                changes.add(new CalendarChange(one.withdrawnAt(), one.withdrawnBy(),
                        Explanation.day(one.day()) + " ceased to be a bank holiday", one.withdrawnReason()));
            }
        }
        completeYears().forEach(one -> changes.add(new CalendarChange(one.confirmedAt(), one.confirmedBy(),
                "The bank holidays of " + one.year() + " were confirmed", one.reason())));
        changes.sort(java.util.Comparator.comparing(CalendarChange::at));
        return changes;
    }

    /** Until the running transaction ends nobody else changes the table. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        lock.alone();
    }

    /** The years that are complete, in order. */
    @Transactional(readOnly = true)
    public List<Integer> years(Division division) {
        return table.completeYears(division).stream().sorted().toList();
    }

    /** Every year that somebody confirmed, with who and why, in order. */
    @Transactional(readOnly = true)
    public List<CompleteYear> completeYears() {
        return years.findAll().stream().map(BankHolidayYear::seen)
                .sorted(java.util.Comparator.comparing(CompleteYear::year).thenComparing(CompleteYear::division)).toList();
    }

    /**
     * Adds a day, for example one that is proclaimed at ten days' notice.
     *
     * @param publishedAt when the source announced it; may be null
     * @throws ClockInputException if something is missing or the day is a holiday already
     */
    public Effect add(Division division, LocalDate day, String title, String source, Instant publishedAt,
            String reason, String by) {
        lock.alone();
        CalendarPlan plan = planned.adding(division, day, title, source, reason, by);
        put(division, day, title, source, publishedAt, reason, by);
        return make(plan, reason, by);
    }

    /** What {@link #add} would move. */
    @Transactional(readOnly = true)
    public Effect ifAdded(Division division, LocalDate day, String title, String source, String reason, String by) {
        return readAnew.wouldMove(planned.adding(division, day, title, source, reason, by));
    }

    /**
     * Moves a holiday to another day, as Spring bank holiday was in 2022.
     *
     * @throws ClockInputException if something is missing, the first day is no holiday or the second is one already
     */
    public Effect move(Division division, LocalDate from, LocalDate to, String source, Instant publishedAt,
            String reason, String by) {
        lock.alone();
        CalendarPlan plan = planned.moving(division, from, to, source, reason, by);
        String title = takeAway(division, from, reason, by);
        put(division, to, title, source, publishedAt, reason, by);
        return make(plan, reason, by);
    }

    /** What {@link #move} would move. */
    @Transactional(readOnly = true)
    public Effect ifMoved(Division division, LocalDate from, LocalDate to, String source, String reason, String by) {
        return readAnew.wouldMove(planned.moving(division, from, to, source, reason, by));
    }

    /**
     * Withdraws a day: from now on it counts as any other day. The row stays and says why.
     *
     * @throws ClockInputException if something is missing or the day is no holiday
     */
    public Effect withdraw(Division division, LocalDate day, String reason, String by) {
        lock.alone();
        CalendarPlan plan = planned.withdrawing(division, day, reason, by);
        takeAway(division, day, reason, by);
        return make(plan, reason, by);
    }

    /** What {@link #withdraw} would move. */
    @Transactional(readOnly = true)
    public Effect ifWithdrawn(Division division, LocalDate day, String reason, String by) {
        return readAnew.wouldMove(planned.withdrawing(division, day, reason, by));
    }

    /**
     * Says that every bank holiday of a year is in the table, so that days may be counted in it.
     *
     * @param source where the list of that year comes from
     * @throws ClockInputException if something is missing or the year is complete already
     */
    public Effect confirmYear(Division division, int year, String source, String reason, String by) {
        lock.alone();
        CalendarPlan plan = planned.confirming(division, year, source, reason, by);
        years.save(new BankHolidayYear(division, year, source.strip(), reason.strip(), now.instant(), by));
        return make(plan, reason, by);
    }

    /** What {@link #confirmYear} would move; usually nothing, because a clock counts on as far as is known. */
    @Transactional(readOnly = true)
    public Effect ifYearConfirmed(Division division, int year, String source, String reason, String by) {
        return readAnew.wouldMove(planned.confirming(division, year, source, reason, by));
    }

    /**
     * Takes in a list in the shape that GOV.UK publishes. Days that only an earlier list had are withdrawn, but never
     * one that has been; days that a person added stay, and days that a person withdrew stay withdrawn. Scotland and
     * Northern Ireland are read where the list has them.
     *
     * @param text the whole list
     * @param source where it was read
     * @return what changed
     * @throws ClockInputException if the source or the reason is missing
     * @throws FeedRejectedException if the list cannot be trusted; nothing is changed
     */
    public FeedPreview importFeed(String text, String source, String reason, String by) {
        PlannedChange.neededForList(source, reason, by);
        HolidayFeed feed = HolidayFeed.read(text);
        lock.alone();
        ListAgainstTable.Held held = lists.read(feed);
        held.dropped().forEach(row -> row.withdraw(now.instant(), by, "No longer in the list of " + source + ": " + reason,
                true));
        rows.flush();
        for (BankHolidaysChanged.Change change : held.plan().changes()) {
            if (change.added()) {
                rows.save(new BankHolidayRow(new BankHoliday(change.day(), change.title(), change.division(), source, true,
                        now.instant(), now.instant(), by, reason, null, null, null), true));
            }
        }
        held.plan().years().forEach((division, complete) -> complete.forEach(year ->
                years.save(new BankHolidayYear(division, year, source, reason, now.instant(), by))));
        Effect effect = held.plan().isEmpty() ? Effect.none() : make(held.plan(), reason, by);
        return new FeedPreview(held.words(), effect, feed.mark());
    }

    /** What {@link #importFeed} would change and move. */
    @Transactional(readOnly = true)
    public FeedPreview ifImported(String text, String source, String reason, String by) {
        PlannedChange.neededForList(source, reason, by);
        HolidayFeed feed = HolidayFeed.read(text);
        ListAgainstTable.Held held = lists.read(feed);
        return new FeedPreview(held.words(), readAnew.wouldMove(held.plan()), feed.mark());
    }

    private void put(Division division, LocalDate day, String title, String source, Instant publishedAt,
            String reason, String by) {
        rows.save(new BankHolidayRow(new BankHoliday(day, title.strip(), division, source.strip(), true, publishedAt,
                now.instant(), by, reason.strip(), null, null, null), false));
    }

    private String takeAway(Division division, LocalDate day, String reason, String by) {
        BankHolidayRow row = rows.findByDivisionAndDayAndWithdrawnAtIsNull(division, day).orElseThrow();
        row.withdraw(now.instant(), by, reason.strip(), false);
        return row.seen().title();
    }

    private Effect make(CalendarPlan plan, String reason, String by) {
        rows.flush();
        years.flush();
        BankHolidaysChanged change = new BankHolidaysChanged(plan.changes(),
                plan.years().values().stream().flatMap(Set::stream).distinct().sorted().toList(), reason, by);
        return readAnew.move(change);
    }
}
