package org.redress.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.redress.step.Option;

/**
 * Brings the many shapes in which a value can be handed in (Tasklist's JSON text, a robot's JSON list, a Java object) to one
 * of few: null, text, a flag, a number or a list of these. Anything else is {@link #STRANGE}.
 */
final class SubmittedValue {

    /** Stands for a value of a shape that no field takes: an object, a file, bytes. */
    static final Object STRANGE = new Object() {
        @Override
        public String toString() {
            return "a value of a shape that no field takes";
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SubmittedValue() {}

    static Object plain(TypedValue value) {
        if (value instanceof SerializableValue serializable && !serializable.isDeserialized()) {
            return serializable.getValueSerialized() == null ? null : json(serializable.getValueSerialized());
        }
        return value == null ? null : plain(value.getValue());
    }

    static Object plain(Object value) {
        if (value == null || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof Option option) {
            return option.value();
        }
        if (value instanceof JsonNode node) {
            return plain(node);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> list = new ArrayList<>(collection.size());
            collection.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (value instanceof Object[] array) {
            return plain(List.of(array));
        }
        if (value instanceof org.camunda.spin.json.SpinJsonNode spin) {
            return json(spin.toString());
        }
        return STRANGE;
    }

    /** Reads JSON text; text that is no JSON is strange. */
    static Object json(String text) {
        try {
            return plain(JSON.readTree(text));
        } catch (JsonProcessingException unreadable) {
            return STRANGE;
        }
    }

    private static Object plain(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        return STRANGE;
    }

    private static Object number(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            return STRANGE;
        }
    }
}
