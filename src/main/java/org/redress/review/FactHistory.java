package org.redress.review;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was said about the facts of a case, oldest first. The newest word on a fact counts; where it repeats an
 * older one, whoever judged it first or confirmed it last is the one who judged it.
 */
record FactHistory(List<Facts.FactSet> sets) {

    FactHistory {
        sets = List.copyOf(sets);
    }

    /** The facts as they stand now. */
    CaseFacts current() {
        return sets.stream().map(Facts.FactSet::facts).reduce(CaseFacts.unknown(), CaseFacts::updatedBy);
    }

    /** The facts as they stood when a caseworker confirmed them last, which is what the tables were asked with. */
    CaseFacts whenConfirmed() {
        int last = sets.size();
        while (last > 0 && sets.get(last - 1).source() != FactSource.CONFIRMED) {
            last--;
        }
        return new FactHistory(sets.subList(0, last)).current();
    }

    /** Who said last what now stands about one fact, and when; nobody where nobody has spoken of it. */
    Optional<Facts.FactSet> judgedBy(String fact) {
        Object standing = current().known().get(fact);
        Optional<Facts.FactSet> found = Optional.empty();
        for (Facts.FactSet set : sets) {
            Object said = set.facts().known().get(fact);
            if (said != null && said.equals(standing)) {
                boolean repeats = found.isPresent() && set.source() != FactSource.CONFIRMED;
                found = repeats ? found : Optional.of(set);
            }
        }
        return found;
    }
}
