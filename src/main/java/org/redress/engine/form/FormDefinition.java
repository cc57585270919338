package org.redress.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Camunda Form as deployed. It never changes, so it can be shared between requests.
 *
 * @param id the form's own id
 * @param fields the questions, in the order of the form
 * @param words the names that the form's text components show, such as {@code {{countedDaysWords}}}
 * @param problems what the form asks for that Redress cannot keep, each with its component named
 */
record FormDefinition(String id, List<Field> fields, Set<String> words, List<String> problems) {

    FormDefinition {
        fields = List.copyOf(fields);
        words = Set.copyOf(words);
        problems = List.copyOf(problems);
    }

    Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether any field hides or locks itself by what is answered elsewhere. */
    boolean hasConditions() {
        return fields.stream().anyMatch(field -> !field.hiddenWhen().isEmpty()
                || field.readonlyWhen() != null && field.readonlyWhen().startsWith("="));
    }

    Set<String> keys() {
        return fields.stream().map(Field::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The words of a question, or the key where the form has no such question. */
    String label(String key) {
        return field(key).map(Field::label).orElse(key);
    }
}
