package org.redress.page;

import java.util.List;
import org.redress.clock.BankHoliday;
import org.redress.clock.CompleteYear;
import org.redress.clock.Division;

/**
 * One of the two lists of a year.
 *
 * @param complete who said that the list is complete, or null while nobody has
 */
public record CalendarList(Division division, List<BankHoliday> counting, List<BankHoliday> withdrawn, CompleteYear complete) {

    static CalendarList of(Division division, int year, List<BankHoliday> all, List<CompleteYear> complete) {
        List<BankHoliday> here = all.stream()
                .filter(holiday -> holiday.division() == division && holiday.day().getYear() == year)
                .toList();
        return new CalendarList(
                division,
                here.stream().filter(holiday -> holiday.withdrawnAt() == null).toList(),
                here.stream().filter(holiday -> holiday.withdrawnAt() != null).toList(),
                complete.stream().filter(one -> one.division() == division && one.year() == year).findFirst().orElse(null));
    }
}
