package org.redress.clock;

import java.time.Instant;

/**
 * How long a clock runs.
 *
 * @param clock which clock
 * @param name what staff call it
 * @param backwards whether it counts how many days were used when the case began, instead of leading to a due day
 * @param rule the rule of counting
 * @param count how many, in the rule's own unit, from 1 to 10,000
 * @param calendar whose bank holidays are left out
 * @param provision where the number comes from, as in "reg 29(2)"
 * @param verified false where the number or its source is not confirmed
 * @param note what to know before relying on it
 * @param changedAt when it was last changed
 * @param changedBy account that changed it
 * @param reason why
 * @param version how often it was changed; whoever changes it says which version they saw
 */
public record ClockRule(ClockName clock, String name, boolean backwards, DayRule rule, int count, WorkingCalendar calendar, String provision,
        boolean verified, String note, Instant changedAt, String changedBy, String reason,
        int version) {

    /** What to tell whoever sees a number that is not confirmed, or null where it is. */
    public String caution() {
        return verified ? null : "Check before relying on this: " + note;
    }

    /** On what the number rests, for whoever reads the file: the provision, and whether it is confirmed. */
    public String ground() {
        return verified ? provision : provision + " (not confirmed)";
    }

    /** The rule in words, as in "28 days". */
    public String words() {
        return switch (rule.unit()) {
            case WORKING_DAY -> Explanation.number(count, "working day");
            case DAY -> Explanation.number(count, "day");
            case MONTH -> Explanation.number(count, "month");
        };
    }
}
