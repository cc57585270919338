package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads a JSON body into its record. Jackson alone stops at the first field that it cannot read; here every field is read as
 * far as it can be, then the record's Bean Validation marks are asked, and all that is wrong is told at once.
 */
@Component
class BodyBinder {

    /** "Nothing there" says it all; what else is wrong with nothing is no news. */
    private static final Comparator<ConstraintViolation<?>> MISSING_FIRST = Comparator
            .<ConstraintViolation<?>, Boolean>comparing(
                    violation -> !(violation.getConstraintDescriptor().getAnnotation() instanceof NotBlank))
            .thenComparing(violation -> violation.getPropertyPath().toString())
            .thenComparing(ConstraintViolation::getMessage);

    private final Validator validator;
    private final FactsReader facts;

    BodyBinder(Validator validator, FactsReader facts) {
        this.validator = validator;
        this.facts = facts;
    }

    /** Reads the body; faults stay with what is given back until somebody asks for it whole. */
    <T extends Record> Sent<T> bind(JsonNode body, Class<T> type) {
        Fields fields = Fields.of(body);
        T said = record(type, fields);
        Set<String> told = new HashSet<>(fields.unreadable());
        validator.validate(said).stream().sorted(MISSING_FIRST).forEach(violation -> {
            String place = violation.getPropertyPath().toString();
            if (told.add(place)) {
                fields.fault(place, violation.getMessage());
            }
        });
        return new Sent<>(body, said, fields);
    }

    private <T extends Record> T record(Class<T> type, Fields fields) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] said = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            said[i] = read(components[i], fields);
        }
        T made = make(type, components, said);
        if (made instanceof FitsTogether parts) {
            parts.misfits(fields::has, fields::fault);
        }
        fields.nothingElse();
        return made;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object read(RecordComponent component, Fields fields) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == String.class) {
            return fields.text(name);
        }
        if (type == Boolean.class) {
            return fields.flag(name);
        }
        if (type == LocalDate.class) {
            return fields.date(name);
        }
        if (type == Instant.class) {
            return fields.instant(name);
        }
        if (type.isEnum()) {
            return fields.code(name, (Class<? extends Enum>) type);
        }
        if (type == FactsReader.Read.class) {
            return facts.read(fields.object(name));
        }
        if (type.isRecord()) {
            return record((Class<? extends Record>) type, fields.object(name));
        }
        if (type == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return item == String.class
                    ? fields.texts(name)
                    : fields.list(name).stream()
                            .map(each -> each == null ? null : record((Class<? extends Record>) item, each))
                            .toList();
        }
        if (type == Object.class) {
            // may be sent and is not read
            fields.alsoKnown(name);
            return null;
        }
        throw new IllegalStateException("No body can say a " + type + ", as " + component + " wants");
    }

    private static <T extends Record> T make(Class<T> type, RecordComponent[] components, Object[] said) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record " + type.getSimpleName() + " cannot be made", e);
        }
    }
}
