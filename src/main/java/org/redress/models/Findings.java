package org.redress.models;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that was found in a set of files: what keeps it from being deployed, and advice. */
public record Findings(List<Finding> all) {

    /** More would be cut off by whoever shows them. */
    private static final int MOST_IN_WORDS = 50;

    public Findings {
        all = List.copyOf(all);
    }

    public List<Finding> refusals() {
        return all.stream().filter(Finding::refuses).toList();
    }

    public List<Finding> warnings() {
        return all.stream().filter(finding -> !finding.refuses()).toList();
    }

    /** The refusals for a person to read. The first of them comes at once: Camunda Modeler shows some 200 characters only. */
    public String words() {
        List<Finding> refusals = refusals();
        if (refusals.size() == 1) {
            return "Not deployed. " + refusals.get(0).words();
        }
        String more = refusals.size() > MOST_IN_WORDS ? " And " + (refusals.size() - MOST_IN_WORDS) + " more." : "";
        return "Not deployed, " + refusals.size() + " things to mend. "
                + java.util.stream.IntStream.range(0, Math.min(refusals.size(), MOST_IN_WORDS))
                        .mapToObj(i -> (i + 1) + ". " + refusals.get(i).words())
                        .collect(Collectors.joining(" "))
                + more;
    }
}
