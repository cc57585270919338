package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import org.redress.step.Faults;

/** The measures that were chosen with an outcome, held against those that are open to this body (table T5). */
final class ChosenMeasures {

    private ChosenMeasures() {}

    /**
     * Takes what was chosen as far as it is open, and says what is wrong with the rest.
     *
     * @param chosen codes of {@link Measure}; null where nothing was chosen
     * @param open what the table {@code AvailableMeasures} gives
     */
    static List<Measure> accept(Outcome outcome, List<String> chosen, List<Measure> open, Faults faults) {
        boolean upheld = outcome == Outcome.UPHELD;
        List<String> codes = chosen == null ? List.of() : chosen;
        List<Measure> accepted = new ArrayList<>();
        for (String code : codes) {
            List<Measure> found = open.stream().filter(measure -> measure.name().equals(code)).toList();
            accepted.addAll(found);
            faults.when(found.isEmpty(), "measures", "Measure " + code + " is not open to this body on this route. Take it out.");
        }
        faults.when(
                        !upheld && !codes.isEmpty(),
                        "measures",
                        "The outcome is not upheld, so there is nothing to recommend. Take the measures out.")
                .when(
                        upheld && codes.isEmpty(),
                        "measures",
                        "The outcome is upheld. Choose at least one thing to recommend.");
        return accepted;
    }
}
