package org.redress.step;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.redress.kernel.Fault;

/**
 * The central idea of the house: a table proposes, a person decides, and where the two differ the person says why.
 *
 * @param proposed what the table proposed, or null where it proposed nothing
 * @param decided what the person decided; null until they have
 * @param reason what the person wrote on why they decide otherwise, or null
 * @param by who decided, or null
 * @param at when, or null
 */
public record Proposal<T>(T proposed, T decided, String reason, String by, Instant at) {

    private static final String SAY_WHY = "You decide otherwise than the tables propose. Write your reasons. ";

    /** What waits for a person to decide. */
    public static <T> Proposal<T> of(T proposed) {
        return new Proposal<>(proposed, null, null, null, null);
    }

    public Proposal<T> decide(T decision, String why, String person, Instant moment) {
        return new Proposal<>(proposed, decision, why == null || why.isBlank() ? null : why, person, moment);
    }

    public boolean isDecided() {
        return decided != null;
    }

    /** Whether the person decided otherwise. */
    public boolean differs() {
        return isDecided() && !Objects.equals(proposed, decided);
    }

    /** The reason where it counts: a person who follows the table needs none. */
    public String whyOtherwise() {
        return differs() ? reason : null;
    }

    /**
     * What is wrong with deciding otherwise and saying nothing.
     *
     * @param field the field of the form in which the reason is written
     * @param whoReads what becomes of the reasons, as a sentence
     */
    public Optional<Fault> fault(String field, String whoReads) {
        return differs() && reason == null ? Optional.of(new Fault(field, SAY_WHY + whoReads)) : Optional.empty();
    }

    /** The words of the record for what was decided, saying so where it is not what was proposed. */
    public String onRecord(String decision) {
        return differs() ? decision + " (not what the tables proposed)" : decision;
    }
}
