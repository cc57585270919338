package org.redress.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.redress.clock.ClockName;

/** What a procedure wants watched beside the running clocks and open steps of its cases. */
public interface WatchedThings extends OfKind {

    /**
     * Something that stands about a case for as long as it is listed.
     *
     * @param watched what the table {@code Attention} calls it
     * @param subject what tells it from the others of the case
     * @param since since when it stands
     * @param about what it is about, in words
     */
    record Watched(String watched, String subject, LocalDate since, String about) {}

    /** The cases about which something stands, closed ones among them. */
    List<String> cases();

    List<Watched> of(String caseReference);

    /** The clocks that the table {@code Attention} has rows of their own for; it calls all others {@code OTHER_DEADLINE}. */
    Set<ClockName> clocksToldByName();

    /** The clock of the case as a whole: what is told of it lifts every step of the case. */
    ClockName clockOfTheWhole();
}
