package org.redress.engine.form;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.engine.form.AnswersRefused.Fault;
import org.redress.step.Option;
import org.springframework.stereotype.Component;

/** Turns checked answers into the step's record; its constructor and its Bean Validation marks have the last word. */
@Component
class RecordBinder {

    private final Validator validator;
    private final FactFields facts;

    RecordBinder(Validator validator, FactFields facts) {
        this.validator = validator;
        this.facts = facts;
    }

    /**
     * Binds answers to a record.
     *
     * @throws AnswersRefused where the record refuses them
     */
    <A extends Record> A bind(Class<A> type, Map<String, Object> answers, FormDefinition form) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = FactFields.areTakenBy(components[i])
                    ? facts.values(type, answers, form)
                    : fit(components[i], answers.get(components[i].getName()), form);
        }
        A made = make(type, components, arguments);
        List<Fault> faults = validator.validate(made).stream()
                .sorted(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
                .map(violation -> fault(violation, form))
                .toList();
        if (!faults.isEmpty()) {
            throw new AnswersRefused(faults);
        }
        return made;
    }

    private static <A extends Record> A make(Class<A> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<A> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException fault && fault.getMessage() != null) {
                throw new AnswersRefused(List.of(new Fault(null, null, fault.getMessage())));
            }
            throw new IllegalStateException("The record " + type.getSimpleName() + " cannot be made", refused.getCause());
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("The record " + type.getSimpleName() + " cannot be made", closed);
        }
    }

    private static Fault fault(ConstraintViolation<?> violation, FormDefinition form) {
        String path = violation.getPropertyPath().toString();
        String key = path.replaceAll("[.\\[].*", "");
        return form.field(key)
                .map(field -> new Fault(key, field.label(), violation.getMessage()))
                .orElseGet(() -> new Fault(null, null, violation.getMessage()));
    }

    private static Object fit(RecordComponent component, Object answer, FormDefinition form) {
        try {
            return fit(component.getType(), component.getGenericType(), answer);
        } catch (ArithmeticException tooBigOrBroken) {
            throw new AnswersRefused(List.of(new Fault(component.getName(), form.label(component.getName()), "enter a whole number that is not so large")));
        } catch (IllegalArgumentException noSuchCode) {
            throw new AnswersRefused(List.of(new Fault(component.getName(), form.label(component.getName()), "choose one of the answers")));
        }
    }

    private static Object fit(Class<?> type, Type generic, Object answer) {
        if (type == boolean.class) {
            return Boolean.TRUE.equals(answer);
        }
        if (type == List.class) {
            List<Object> items = new ArrayList<>();
            Class<?> itemType = itemType(generic);
            ((List<?>) (answer == null ? List.of() : answer)).forEach(item -> items.add(code(itemType, item)));
            return List.copyOf(items);
        }
        if (answer == null) {
            return null;
        }
        if (answer instanceof BigDecimal number) {
            if (type == Integer.class || type == int.class) {
                return number.intValueExact();
            }
            if (type == Long.class || type == long.class) {
                return number.longValueExact();
            }
            return number;
        }
        return code(type, answer);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object code(Class<?> type, Object answer) {
        if (isCode(type)) {
            return make((Class<? extends Record>) type, type.getRecordComponents(), new Object[] {answer});
        }
        return type.isEnum() ? Enum.valueOf((Class<? extends Enum>) type, (String) answer) : answer;
    }

    /** A code that is a value of its own, such as a path of a case: a record of one text. */
    private static boolean isCode(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == String.class;
    }

    private static Class<?> itemType(Type generic) {
        return generic instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> item ? item : Object.class;
    }

    /** Why the component cannot take the field's answers, in words for whoever deploys; empty where it can. */
    static Optional<String> misfit(Field field, RecordComponent component) {
        Class<?> type = component.getType();
        boolean fits = switch (field.kind()) {
            case TEXT, TIME, DATE_TIME -> type == String.class;
            case NUMBER -> List.of(int.class, Integer.class, long.class, Long.class, BigDecimal.class).contains(type);
            case CHECKBOX -> type == boolean.class || type == Boolean.class;
            case ONE_OF -> type == String.class || type.isEnum() || isCode(type);
            case MANY_OF -> type == List.class && (itemType(component.getGenericType()) == String.class || itemType(component.getGenericType()).isEnum());
            case DATE -> type == LocalDate.class;
        };
        if (!fits) {
            return Optional.of("its answers do not fit the type " + component.getGenericType().getTypeName());
        }
        if ((type == int.class || type == long.class) && (!field.required() || !field.hiddenWhen().isEmpty())) {
            return Optional.of("it can be left empty, which " + type + " cannot; use " + (type == int.class ? "Integer" : "Long"));
        }
        return strangeCode(field, type == List.class ? itemType(component.getGenericType()) : type);
    }

    private static Optional<String> strangeCode(Field field, Class<?> type) {
        if (!type.isEnum()) {
            return Optional.empty();
        }
        List<String> constants = Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
        String strange = field.choices().fixed().stream()
                .map(Option::value)
                .filter(value -> !constants.contains(value))
                .collect(Collectors.joining(", "));
        return strange.isEmpty() ? Optional.empty() : Optional.of("it offers " + strange + ", which " + type.getSimpleName() + " does not know");
    }
}
