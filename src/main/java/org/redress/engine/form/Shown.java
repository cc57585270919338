package org.redress.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.redress.engine.form.Field.Choices;
import org.redress.step.Option;

/** What a step shows, worked out once and only when something asks for it. */
final class Shown {

    private final Supplier<Map<String, Object>> source;
    private Map<String, Object> values;

    Shown(Supplier<Map<String, Object>> source) {
        this.source = source;
    }

    /** What the step shows, by name; names without a value are left out. */
    Map<String, Object> values() {
        if (values == null) {
            Map<String, Object> present = new LinkedHashMap<>();
            source.get().forEach((name, value) -> {
                if (value != null) {
                    present.put(name, value);
                }
            });
            values = present;
        }
        return values;
    }

    Object value(String name) {
        return values().get(name);
    }

    /** The choices that a field offers, whether the form has them or the step gives them. */
    List<Option> options(Choices choices) {
        if (choices.shownUnder() == null) {
            return choices.fixed();
        }
        return value(choices.shownUnder()) instanceof List<?> list ? list.stream().map(Shown::option).toList() : List.of();
    }

    private static Option option(Object item) {
        return item instanceof Option option ? option : new Option(String.valueOf(SubmittedValue.plain(item)), String.valueOf(SubmittedValue.plain(item)));
    }
}
