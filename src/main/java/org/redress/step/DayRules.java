package org.redress.step;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a day must keep to by what it is the day of: something that happened does not lie ahead, an answer does not come before
 * what it answers. A form names the kind of its day, the door asks, and no step writes such a check by hand.
 */
public interface DayRules {

    /** The kinds that this procedure knows, in capitals, such as {@code DONE}. */
    Set<String> kinds();

    /**
     * What is wrong with a day, as a sentence that says what to do; empty where nothing is.
     *
     * @param kind one of {@link #kinds()}
     * @param answers all answers of the form by key, for days that go by another
     */
    Optional<String> fault(String kind, LocalDate day, StepContext context, Map<String, Object> answers);
}
