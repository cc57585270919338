package org.redress.engine.form;

import java.util.List;
import java.util.stream.Collectors;

/** The answers to a form cannot stand. Everything that is wrong is said at once, by the words of the question. */
public final class AnswersRefused extends DoorException {

    /**
     * One thing that is wrong.
     *
     * @param field the key of the field, or null where no single field is meant
     * @param label the words of the question, or null where no single field is meant
     * @param message what to do
     */
    public record Fault(String field, String label, String message) {

        String inWords() {
            String words = label == null ? message : endsSentence(label) ? label + " " + capital(message) : label + ": " + message;
            return endsSentence(words) ? words : words + ".";
        }

        private static boolean endsSentence(String words) {
            return words.endsWith(".") || words.endsWith("?") || words.endsWith("!");
        }

        private static String capital(String words) {
            return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    private final transient List<Fault> faults;

    AnswersRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::inWords).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the form. */
    public List<Fault> faults() {
        return faults;
    }
}
