package org.redress.kind;

/**
 * A clock as its kind declares it. The table of clocks is seeded with it; what stands in that table then is what counts.
 *
 * @param name upper snake case, one meaning in the whole house, for example {@code PAPERS}
 * @param words as staff say it
 * @param rule the rule of counting, P1 to P11 of the calendar
 * @param count how many, in the rule's own unit, from 1 to 10,000
 * @param provision where the number comes from
 * @param confirmed false where the number or its source is not confirmed
 * @param note what to know before relying on it
 * @param backwards whether it counts how many days were used when the case began, instead of leading to a due day
 */
public record DeclaredClock(
        String name, String words, String rule, int count, String provision, boolean confirmed, String note, boolean backwards) {}
