package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.clock.ClockInputException;
import org.redress.kernel.Fault;
import org.redress.kernel.WrittenDay;

/** What is wrong with what an owner typed about the bank holidays, in the words of the page. */
final class CalendarFaults {

    private CalendarFaults() {}

    /** What was typed that cannot be read comes before what makes no sense; all of it at once. */
    static List<Fault> of(CalendarAct act, Map<String, String> typed, ClockInputException wrong) {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : wrong.faults()) {
            String field = act.fields().contains(fault.field()) ? fault.field() : "reason";
            faults.add(new Fault(field, words(field, Typed.text(typed.get(field)), fault.message())));
        }
        if (publishedUnreadable(act, typed)) {
            faults.add(new Fault("publishedOn", "Enter the day of the announcement like 27 March 2026, or leave it empty"));
        }
        return faults;
    }

    private static String words(String field, String typed, String message) {
        boolean missing = typed.isEmpty();
        return switch (field) {
            case "division" -> "Select where the day is kept";
            case "title" -> missing ? "Enter the name of the day" : message;
            case "source" -> missing ? "Enter who says so" : message;
            case "reason" -> missing ? "Enter the reason" : message;
            case "day", "from", "to" -> unreadableDay(typed) || missing ? "Enter a day like 27 March 2026" : message;
            case "year" -> TypedNumber.read(typed) == null ? "Enter a year like 2029" : message;
            default -> message;
        };
    }

    static boolean publishedUnreadable(CalendarAct act, Map<String, String> typed) {
        return act.fields().contains("publishedOn") && unreadableDay(typed.get("publishedOn"));
    }

    private static boolean unreadableDay(String typed) {
        return !Typed.text(typed).isEmpty() && WrittenDay.read(typed).day() == null;
    }
}
