package org.redress.clock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how a day was found, in one sentence that can be read out. */
final class Explanation {

    /** More names than this are a list to read, not to hear. */
    private static final int NAMED_HOLIDAYS = 5;
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Explanation() {
    }

    static String of(
            DayRule rule, LocalDate start, int n, Integer n2, LocalDate date, LocalDate until, WorkingDays days) {
        return sentence(rule, start, n, n2, date, until, days) + ".";
    }

    /** The sentence without its full stop, so that a clock can say more in it. */
    static String sentence(
            DayRule rule, LocalDate start, int n, Integer n2, LocalDate date, LocalDate until, WorkingDays days) {
        return switch (rule) {
            case P1 -> "The " + nth(n) + " working day after " + day(start) + " is " + day(date)
                    + notCounted(start, date, days);
            case P2 -> firstDay(start, days) + "the " + nth(n) + " working day is " + day(date)
                    + notCounted(start, date, days);
            case P3 -> "Not less than " + n + " and not more than " + n2 + " working days after " + day(start)
                    + " means from " + day(date) + " to " + day(until) + ", both included"
                    + notCounted(start, until, days);
            case P4 -> number(n, "day") + " after " + day(start) + (n == 1 ? " ends" : " end") + " with " + day(date)
                    + everyDayCounts(date, days);
            case P5 -> number(n, "day") + " beginning with " + day(start) + (n == 1 ? " ends" : " end") + " with "
                    + day(date) + everyDayCounts(date, days);
            case P6 -> number(n, "day") + " starting with " + day(start) + (n == 1 ? " ends" : " end") + " with "
                    + day(date.minusDays(1)) + ", so " + day(date) + " is the earliest day; weekends and bank holidays"
                    + " count";
            case P7 -> "A period of " + number(n, "month") + " beginning with " + day(start) + " ends with " + day(date)
                    + ", the day before the corresponding date, and the next begins on " + day(date.plusDays(1));
            case P8 -> "The time ends with the end of the day after " + day(start) + ", which is " + day(date)
                    + everyDayCounts(date, days);
            case P9 -> "The " + nth(n) + " working day after receipt on " + day(start)
                    + (days.calendar() == WorkingCalendar.UK ? ", in every part of the United Kingdom, is " : " is ")
                    + day(date) + notCounted(start, date, days);
            case P10 -> month(start, date, days);
            case P11 -> "The latest day that is not less than " + number(n, "working day") + " before " + day(start)
                    + " is " + day(date) + notCounted(date, start, days);
        };
    }

    private static String firstDay(LocalDate start, WorkingDays days) {
        if (days.isWorking(start)) {
            return "Counting " + day(start) + " as day 1, ";
        }
        LocalDate first = start;
        while (!days.isWorking(first)) {
            first = first.plusDays(1);
        }
        return day(start) + " is not a working day, so " + day(first) + " is day 1, and ";
    }

    private static String month(LocalDate start, LocalDate date, WorkingDays days) {
        LocalDate same = start.plusMonths(1);
        String sentence = "One month from " + day(start) + " is " + day(same)
                + (same.getDayOfMonth() == start.getDayOfMonth() ? "" : ", the last day of that month");
        if (same.equals(date)) {
            return sentence;
        }
        String why = days.holiday(same) == null ? "at a weekend" : days.holiday(same);
        return sentence + ", which is " + why + ", so the next working day, " + day(date) + ", counts";
    }

    /** Which days the count passed over, between a first and a last day that it did not. */
    static String notCounted(LocalDate after, LocalDate before, WorkingDays days) {
        List<String> names = new ArrayList<>();
        int weekendDays = 0;
        boolean twoWeekends = false;
        LocalDate firstWeekendDay = null;
        for (LocalDate day = after.plusDays(1); day.isBefore(before); day = day.plusDays(1)) {
            if (WorkingDays.isWeekend(day)) {
                weekendDays++;
                firstWeekendDay = firstWeekendDay == null ? day : firstWeekendDay;
                twoWeekends |= firstWeekendDay.plusDays(1).isBefore(day);
            } else if (!days.isWorking(day)) {
                names.add(days.holiday(day) + " "
                        + (day.getYear() == before.getYear() ? SHORT : WITH_YEAR).format(day));
            }
        }
        if (names.size() > NAMED_HOLIDAYS) {
            names = new ArrayList<>(List.of(names.size() + " bank holidays"));
        }
        if (weekendDays > 0) {
            names.add(twoWeekends ? "the weekends" : "the weekend");
        }
        if (names.isEmpty()) {
            return "";
        }
        boolean one = names.size() == 1 && !twoWeekends && !names.get(0).endsWith("bank holidays");
        return "; " + list(names) + (one ? " is" : " are") + " not counted";
    }

    private static String everyDayCounts(LocalDate date, WorkingDays days) {
        String holiday = days.holiday(date);
        if (WorkingDays.isWeekend(date) || holiday != null) {
            return "; weekends and bank holidays count, and the time does not run on because that day is "
                    + (holiday != null ? holiday : "at a weekend");
        }
        return "; weekends and bank holidays count";
    }

    /** Which of the days passed over are in doubt, or null if none is. */
    static String caution(LocalDate from, LocalDate to, WorkingDays days) {
        List<LocalDate> doubtful = days.unverified(from, to);
        if (doubtful.isEmpty()) {
            return null;
        }
        String which = doubtful.size() > NAMED_HOLIDAYS ? doubtful.size() + " bank holidays"
                : list(doubtful.stream().map(day -> days.holiday(day) + " on " + day(day)).toList());
        return "Check before relying on this: " + which + (doubtful.size() == 1 ? " was" : " were")
                + " not compared with an official list.";
    }

    static String list(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    static String day(LocalDate day) {
        return FULL.format(day);
    }

    static String number(int n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }

    static String nth(int n) {
        int lastTwo = n % 100;
        if (lastTwo >= 11 && lastTwo <= 13) {
            return n + "th";
        }
        return n + switch (n % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
