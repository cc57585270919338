package org.redress.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of when an application was made.
 *
 * @param informationProvidedOn the day on which the force told the complainant of the right to a review; null if it
 *                              never did or no day is known, and then the time for applying never began
 * @param receivedAt when this body received the application
 * @param misdirections the wrong bodies it went to before, in the order in which they had it; usually empty
 */
public record ApplicationMade(LocalDate informationProvidedOn, Instant receivedAt, List<Misdirection> misdirections) {

    /** @throws ClockInputException if a body forwarded the application before it received it, or we have no receipt */
    public ApplicationMade {
        misdirections = misdirections == null ? List.of() : List.copyOf(misdirections);
        Needed needed = new Needed().that(receivedAt != null, "receivedAt", "Say when the application was received.");
        for (Misdirection wrong : misdirections) {
            needed.that(wrong.body() != null, "wrongBody", "Say who received the application.");
            needed.that(wrong.receivedAt() == null || wrong.forwardedAt() == null
                    || !wrong.forwardedAt().isBefore(wrong.receivedAt()), "forwardedAt",
                    "The application was forwarded before it was received.");
        }
        needed.check();
    }

    /**
     * The same from the fields of an application.
     *
     * @param wrongBody the wrong body, or null if the application came straight here
     */
    public static ApplicationMade of(LocalDate informationProvidedOn, Instant receivedAt, WrongBody wrongBody,
            Instant receivedByWrongBodyAt, Instant forwardedAt) {
        return new ApplicationMade(informationProvidedOn, receivedAt, wrongBody == null ? List.of()
                : List.of(new Misdirection(wrongBody, receivedByWrongBodyAt, forwardedAt)));
    }

    /**
     * The day on which the information about the right to a review was provided, from what an application says (5.7).
     *
     * @param given false if the force never told of the right; true or null if it did or nobody knows
     * @param providedOn the day if it is known
     * @param letterDate the date of the outcome letter, or null
     * @param sentOn the day it was sent, or null
     * @return the day; null if the right was never explained or no day is known, so that the time never began
     */
    public static LocalDate informationProvidedOn(
            Boolean given, LocalDate providedOn, LocalDate letterDate, LocalDate sentOn) {
        if (Boolean.FALSE.equals(given)) {
            return null;
        }
        if (providedOn != null) {
            return providedOn;
        }
        if (letterDate == null || sentOn == null) {
            return letterDate == null ? sentOn : letterDate;
        }
        return letterDate.isAfter(sentOn) ? letterDate : sentOn;
    }

    /** The facts of the ledger that follow (paras 31 and 32 of Schedule 3, regulation 29). */
    List<NewFact> facts(Now now) {
        List<NewFact> facts = new ArrayList<>();
        if (informationProvidedOn != null) {
            facts.add(NewFact.of(FactKind.START, informationProvidedOn,
                    "Information about the right to a review was provided", "reg 29(2)"));
        }
        LocalDate made = now.londonDay(receivedAt);
        LocalDate deemed = null;
        for (Misdirection wrong : misdirections) {
            LocalDate forwarded = wrong.forwardedAt() == null ? made : now.londonDay(wrong.forwardedAt());
            LocalDate received = wrong.receivedAt() == null ? forwarded : now.londonDay(wrong.receivedAt());
            if (wrong.body() == WrongBody.IOPC) {
                deemed = forwarded;
                if (forwarded.isAfter(received)) {
                    facts.add(NewFact.of(FactKind.LEAVE_OUT, received, forwarded,
                            "with the IOPC until " + Explanation.day(forwarded), "reg 29(3)"));
                }
            } else {
                deemed = null;
                facts.add(NewFact.of(FactKind.NOTE, received, forwarded, "Sent to " + wrong.body().words()
                        + " by mistake; no day is left out for that",
                        "Sch 3 paras 31 and 32 speak only of the IOPC and the review body"));
            }
        }
        if (deemed != null) {
            facts.add(NewFact.of(FactKind.DEEM, deemed, "Counts as made when the IOPC forwarded it",
                    "Sch 3 para 31(3)"));
        }
        facts.add(NewFact.of(FactKind.MET, made, "Application received", "reg 29(2)"));
        return facts.stream().map(NewFact::following).toList();
    }
}
