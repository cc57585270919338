package org.redress.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.redress.step.Option;

/** Turns what a step shows into the typed values that Tasklist's form reads. */
final class ShownValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Everything that Markdown or HTML could take for markup; words that a person wrote are shown as they were written. */
    private static final Set<Character> MARKUP = Set.of('&', '<', '>', '[', ']', '!', '`', '*', '_', '#', '|', '\\', '~', '{', '}');

    private ShownValues() {}

    static TypedValue typed(FormDefinition form, String name, Object value) {
        if (value instanceof List<?> list) {
            return json(list);
        }
        if (value instanceof Boolean flag) {
            return Variables.booleanValue(flag);
        }
        if (value instanceof Integer || value instanceof Short) {
            return Variables.integerValue(((Number) value).intValue());
        }
        if (value instanceof Long number) {
            return Variables.longValue(number);
        }
        if (value instanceof BigDecimal number && form.field(name).map(field -> field.limits().numberAsText()).orElse(false)) {
            return Variables.stringValue(number.toPlainString());
        }
        if (value instanceof Number number) {
            return Variables.doubleValue(number.doubleValue());
        }
        if (value instanceof Enum<?> constant) {
            return Variables.stringValue(constant.name());
        }
        if (value instanceof LocalDate || value instanceof CharSequence) {
            return Variables.stringValue(words(form, name, value.toString()));
        }
        throw new IllegalStateException("A step shows '" + name + "' as " + value.getClass().getName() + ", which no form can read");
    }

    /** A form's text component reads Markdown, so words for it are made safe; an answer for a field is left as it is. */
    private static String words(FormDefinition form, String name, String text) {
        if (!form.words().contains(name) || form.field(name).isPresent()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKUP.contains(c) || isLink(text, i)) {
                plain.append("&#").append((int) c).append(';');
            } else if (c == '\n') {
                plain.append("  \n");
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whether the character is what makes a bare address a link. */
    private static boolean isLink(String text, int i) {
        return switch (text.charAt(i)) {
            case '@' -> true;
            case ':' -> text.startsWith("://", i) || text.regionMatches(true, i - 6, "mailto", 0, 6);
            case '.' -> text.regionMatches(true, i - 3, "www", 0, 3);
            default -> false;
        };
    }

    private static TypedValue json(List<?> list) {
        List<?> items = list.stream().map(ShownValues::item).toList();
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(items)).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Object item(Object item) {
        if (item instanceof Option option) {
            Map<String, String> pair = new LinkedHashMap<>();
            pair.put("label", option.label());
            pair.put("value", option.value());
            return pair;
        }
        return item instanceof Enum<?> constant ? constant.name() : String.valueOf(item);
    }
}
