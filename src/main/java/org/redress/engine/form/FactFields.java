package org.redress.engine.form;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.step.Option;
import org.springframework.stereotype.Component;

/**
 * The questions of a form that ask for facts which a kind of case declares. A record that has a component of the type Map takes
 * the answers to all of them, by the names of the facts, so that a further fact needs a declaration and a question and no Java.
 */
@Component
class FactFields {

    private final Kinds kinds;

    FactFields(Kinds kinds) {
        this.kinds = kinds;
    }

    static boolean areTakenBy(RecordComponent component) {
        return component.getType() == Map.class;
    }

    /** The fields of a form that ask for facts and that a record takes as such; none where it takes no facts. */
    List<Field> of(Class<? extends Record> answers, FormDefinition form) {
        if (Stream.of(answers.getRecordComponents()).noneMatch(FactFields::areTakenBy)) {
            return List.of();
        }
        Set<String> taken = Stream.of(answers.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
        return form.fields().stream()
                .filter(field -> !taken.contains(field.key()) && !declared(field.key()).isEmpty())
                .toList();
    }

    /** The answers to them; a question that was not asked has none. */
    Map<String, Object> values(Class<? extends Record> answers, Map<String, Object> given, FormDefinition form) {
        Map<String, Object> values = new LinkedHashMap<>();
        of(answers, form).forEach(field -> values.put(field.key(), given.get(field.key())));
        return values;
    }

    /** Why a field cannot ask for the fact of its name, in words for whoever made the form; empty where it can. */
    Optional<String> misfit(Field field) {
        List<String> misfits = new ArrayList<>();
        for (Kind.Fact fact : declared(field.key())) {
            Optional<String> misfit = misfit(field, fact);
            if (misfit.isEmpty()) {
                return misfit;
            }
            misfits.add(misfit.get());
        }
        return misfits.stream().findFirst();
    }

    private static Optional<String> misfit(Field field, Kind.Fact fact) {
        return switch (fact.type()) {
            case "flag" -> needs(field, Field.Kind.CHECKBOX, "a flag: use a tick box");
            case "date" -> needs(field, Field.Kind.DATE, "a day: use a date");
            default -> needs(field, Field.Kind.ONE_OF, "a code: use one choice").or(() -> strange(field, fact));
        };
    }

    private static Optional<String> needs(Field field, Field.Kind kind, String what) {
        return field.kind() == kind ? Optional.empty() : Optional.of("it asks for a fact that is " + what);
    }

    private static Optional<String> strange(Field field, Kind.Fact fact) {
        String strange = field.choices().fixed().stream()
                .map(Option::value)
                .filter(value -> !fact.codes().containsKey(value))
                .collect(Collectors.joining(", "));
        return strange.isEmpty() ? Optional.empty() : Optional.of("it offers " + strange + ", which the fact does not declare");
    }

    private List<Kind.Fact> declared(String name) {
        return kinds.all().stream().flatMap(kind -> kind.fact(name).stream()).toList();
    }
}
