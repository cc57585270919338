package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.redress.clock.BankHolidays;
import org.redress.clock.Division;
import org.redress.clock.Effect;
import org.redress.clock.Now;
import org.redress.kernel.WrittenDay;

/** What an owner wants, as far as it could be read; days that could not be read are null, and the year 0. */
public record CalendarWish(Division division, LocalDate day, LocalDate from, LocalDate to, int year, String title, String source,
        Instant publishedAt, String reason) {

    static CalendarWish read(Map<String, String> typed, Now now) {
        LocalDate published = WrittenDay.read(typed.get("publishedOn")).day();
        Integer year = TypedNumber.read(typed.get("year"));
        return new CalendarWish(
                division(typed.get("division")),
                WrittenDay.read(typed.get("day")).day(),
                WrittenDay.read(typed.get("from")).day(),
                WrittenDay.read(typed.get("to")).day(),
                year == null ? 0 : year,
                Typed.text(typed.get("title")),
                Typed.text(typed.get("source")),
                published == null ? null : now.endOf(published.minusDays(1)),
                Typed.text(typed.get("reason")));
    }

    private static Division division(String typed) {
        for (Division division : Division.values()) {
            if (division.name().equals(typed)) {
                return division;
            }
        }
        return null;
    }

    int shownYear() {
        return day != null ? day.getYear() : to != null ? to.getYear() : year;
    }

    Effect ask(CalendarAct act, BankHolidays bankHolidays, String me) {
        return switch (act) {
            case ADD -> bankHolidays.ifAdded(division, day, title, source, reason, me);
            case MOVE -> bankHolidays.ifMoved(division, from, to, source, reason, me);
            case WITHDRAW -> bankHolidays.ifWithdrawn(division, day, reason, me);
            default -> bankHolidays.ifYearConfirmed(division, year, source, reason, me);
        };
    }

    Effect make(CalendarAct act, BankHolidays bankHolidays, String me) {
        return switch (act) {
            case ADD -> bankHolidays.add(division, day, title, source, publishedAt, reason, me);
            case MOVE -> bankHolidays.move(division, from, to, source, publishedAt, reason, me);
            case WITHDRAW -> bankHolidays.withdraw(division, day, reason, me);
            default -> bankHolidays.confirmYear(division, year, source, reason, me);
        };
    }

    /** What to say once it is done. */
    String done(CalendarAct act) {
        return switch (act) {
            case ADD -> title + " on " + Moments.day(day) + " is a bank holiday now.";
            case MOVE -> "The bank holiday of " + Moments.day(from) + " is on " + Moments.day(to) + " now.";
            case WITHDRAW -> Moments.day(day) + " is no bank holiday any longer.";
            default -> "The bank holidays of " + year + " are complete.";
        };
    }
}
