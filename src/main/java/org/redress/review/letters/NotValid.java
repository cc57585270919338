package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * N4, to the applicant: there will be no review here, which rule says so, why, and what else can be done.
 *
 * @param receivedOn the London day the application reached us
 * @param ground the one thing that the letter is about; it follows from the codes
 * @param rules the codes whose rule the letter tells, in their order
 * @param reasons the decision-maker's own reasons; null only where the case goes to another body (V9) or under the old
 *     rules (V7)
 * @param time how the days were counted; needed where V10 is among the rules, else null
 * @param otherBody the body that can review it; needed for V9, else null
 * @param passedOn the day we passed it to that body, or null where we did not
 * @param decidedBy who decided, by name or role as the body chooses; null where the letter goes out as standard text
 */
public record NotValid(
        ComplaintReference complaint,
        LocalDate receivedOn,
        Ground ground,
        List<String> rules,
        String reasons,
        Time time,
        String otherBody,
        LocalDate passedOn,
        String decidedBy) {

    /** What stands against a review, the weightiest first. */
    public enum Ground { OLD_RULES, OTHER_BODY, NO_RIGHT, TOO_EARLY, LATE, INCOMPLETE }

    /**
     * How the 28 days were counted.
     *
     * @param lastDay the last day to apply
     * @param countedFrom the day from which we counted, or null where we do not know it
     * @param told whether the file says that the applicant was told of the right on that day; otherwise we took the day of
     *     the outcome
     * @param leftOutFrom the day on which the application reached the IOPC first, where its time there is left out; else null
     * @param leftOutTo the day on which the IOPC sent it on, or null
     * @param refused why no more time was given, in the words of whoever decided that; null where nobody did
     */
    public record Time(
            LocalDate lastDay,
            LocalDate countedFrom,
            boolean told,
            LocalDate leftOutFrom,
            LocalDate leftOutTo,
            String refused) {}

    public NotValid {
        rules = List.copyOf(rules);
    }

    /** @param codes the validity codes that fired; one of V1 to V7, V9, V10, V12, V13 at least */
    public static NotValid of(
            ComplaintReference complaint,
            LocalDate receivedOn,
            List<String> codes,
            String reasons,
            Time time,
            String otherBody,
            LocalDate passedOn,
            String decidedBy) {
        Ground ground = ground(codes);
        return new NotValid(
                complaint, receivedOn, ground, rules(ground, codes), reasons, time, otherBody, passedOn, decidedBy);
    }

    private static Ground ground(List<String> codes) {
        if (codes.contains("V7")) {
            return Ground.OLD_RULES;
        }
        if (codes.contains("V9")) {
            return Ground.OTHER_BODY;
        }
        if (Stream.of("V2", "V3", "V4", "V5", "V13").anyMatch(codes::contains)) {
            return Ground.NO_RIGHT;
        }
        if (codes.contains("V6")) {
            return Ground.TOO_EARLY;
        }
        if (codes.contains("V10")) {
            return Ground.LATE;
        }
        if (codes.contains("V1") || codes.contains("V12")) {
            return Ground.INCOMPLETE;
        }
        throw new IllegalArgumentException("No letter says that there is no review for " + codes);
    }

    private static List<String> rules(Ground ground, List<String> codes) {
        List<String> told = switch (ground) {
            // what is no complaint is not recorded as one either, and nobody can have it recorded
            case NO_RIGHT -> codes.contains("V5")
                    ? List.of("V5", "V10")
                    : List.of("V2", "V3", "V4", "V6", "V13", "V10");
            case TOO_EARLY -> List.of("V6");
            case LATE -> List.of("V10");
            case INCOMPLETE -> List.of("V1", "V12");
            case OLD_RULES, OTHER_BODY -> List.<String>of();
        };
        return told.stream().filter(codes::contains).toList();
    }
}
