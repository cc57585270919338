package org.redress.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.engine.form.AnswersRefused.Fault;
import org.redress.step.Option;

/**
 * Holds a whole submission against its form.
 *
 * <p>A hidden field is not asked, so an answer to it is refused rather than dropped: whoever sends one believes that it counts.
 * Emptiness (no value, no text, an unticked box) is taken for no answer. A field that can only be read keeps the value that the
 * step shows; the same value may be handed in again, another is refused.
 */
final class FormCheck {

    private static final int LONGEST_NAME_SHOWN = 60;

    private final FormDefinition form;
    private final Shown shown;
    private final Conditions conditions;

    FormCheck(FormDefinition form, Shown shown, Conditions conditions) {
        this.form = form;
        this.shown = shown;
        this.conditions = conditions;
    }

    /**
     * What was found: the answers of every field by key, which fields were hidden, and everything that is wrong. Where a field
     * is hidden or at fault its answer is empty.
     */
    record Result(Map<String, Object> answers, Set<String> hidden, List<Fault> faults) {}

    Result check(Map<String, Object> submitted) {
        List<Fault> faults = new ArrayList<>(unknown(submitted));
        Map<String, Object> context = context(submitted);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            try {
                answers.put(field.key(), answer(field, submitted.get(field.key()), context));
            } catch (NotAnAnswer fault) {
                answers.put(field.key(), null);
                faults.add(new Fault(field.key(), field.label(), fault.getMessage()));
            }
        }
        Set<String> hidden = form.fields().stream()
                .filter(field -> isHidden(field, context))
                .map(Field::key)
                .collect(Collectors.toUnmodifiableSet());
        return new Result(answers, hidden, faults);
    }

    private List<Fault> unknown(Map<String, Object> submitted) {
        return new TreeSet<>(submitted.keySet()).stream()
                .filter(key -> form.field(key).isEmpty())
                .map(key -> new Fault(printable(key), null, "This form does not ask for '" + printable(key) + "': leave it out."))
                .toList();
    }

    private Object answer(Field field, Object plain, Map<String, Object> context) {
        if (isHidden(field, context)) {
            if (FieldCheck.answered(plain)) {
                throw new NotAnAnswer("leave this out, it is not asked here");
            }
            return null;
        }
        if (isReadonly(field, context)) {
            return readonly(field, plain);
        }
        List<Option> options = field.kind().offersChoices() ? shown.options(field.choices()) : null;
        return FieldCheck.read(field, plain, options);
    }

    private boolean isHidden(Field field, Map<String, Object> context) {
        return field.hiddenWhen().stream().anyMatch(condition -> conditions.holds(condition, context));
    }

    private boolean isReadonly(Field field, Map<String, Object> context) {
        String when = field.readonlyWhen();
        return when != null && (when.equals("true") || conditions.holds(when.substring(1), context));
    }

    private Object readonly(Field field, Object plain) {
        Field lenient = field.asOptional();
        Object kept = FieldCheck.read(lenient, SubmittedValue.plain(shown.value(field.key())), null);
        if (FieldCheck.answered(plain)) {
            Object sent = FieldCheck.read(lenient, plain, null);
            if (!Objects.equals(kept, sent)) {
                throw new NotAnAnswer("leave this as it is, it cannot be changed here");
            }
        }
        return kept;
    }

    /** The values that a condition can see: what the step shows, then what was handed in; an unticked box is false. */
    private Map<String, Object> context(Map<String, Object> submitted) {
        Map<String, Object> context = new HashMap<>();
        if (form.hasConditions()) {
            shown.values().forEach((name, value) -> context.put(name, SubmittedValue.plain(value)));
            for (Field field : form.fields()) {
                Object plain = submitted.get(field.key());
                if (FieldCheck.answered(plain)) {
                    context.put(field.key(), flag(field, plain));
                } else if (field.readonlyWhen() == null || !context.containsKey(field.key())) {
                    context.put(field.key(), field.kind() == Field.Kind.CHECKBOX ? Boolean.FALSE : null);
                }
            }
            context.values().removeIf(value -> value == SubmittedValue.STRANGE);
        }
        return context;
    }

    private static Object flag(Field field, Object plain) {
        return field.kind() == Field.Kind.CHECKBOX && plain instanceof String text ? Boolean.valueOf(text) : plain;
    }

    private static String printable(String key) {
        StringBuilder name = new StringBuilder();
        key.codePoints().limit(LONGEST_NAME_SHOWN).forEach(c -> name.appendCodePoint(Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' ? c : '?'));
        return name.toString();
    }
}
