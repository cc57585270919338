package org.redress.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.redress.engine.form.Field.Choices;
import org.redress.engine.form.Field.Kind;
import org.redress.engine.form.Field.Limits;
import org.redress.step.Option;

/**
 * Reads a {@code .form} file. What Tasklist's form-js 1.8 or this door cannot keep is collected as problems of the
 * {@link FormDefinition}; {@link FormGate} refuses to deploy a form that has any.
 */
final class FormReader {

    private static final int NEWEST_SCHEMA = 16;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SHOWN_NAME = Pattern.compile("\\{\\{[#/^]?\\s*(?:if\\s+|loop\\s+)?([A-Za-z_][A-Za-z0-9_]*)");
    private static final Map<String, Kind> FIELDS = Map.of(
            "textfield", Kind.TEXT,
            "textarea", Kind.TEXT,
            "number", Kind.NUMBER,
            "checkbox", Kind.CHECKBOX,
            "radio", Kind.ONE_OF,
            "select", Kind.ONE_OF,
            "checklist", Kind.MANY_OF,
            "taglist", Kind.MANY_OF,
            "datetime", Kind.DATE);
    private static final Set<String> DISPLAY_ONLY = Set.of("text", "separator", "spacer");
    private static final Set<String> BUTTON_ACTIONS = Set.of("submit", "reset");
    /** The same expressions as form-js, so that browser and server agree. */
    private static final Pattern EMAIL = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    /** Wider than form-js, whose list of countries ages: plus or 00, then digits. */
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[0-9]{5,23}$");

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormReader() {}

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException where the file is not JSON
     */
    static FormDefinition read(byte[] file) {
        try {
            return new FormReader().form(JSON.readTree(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the form is not readable JSON", unreadable);
        }
    }

    private FormDefinition form(JsonNode form) {
        if (form == null || !form.isObject()) {
            throw new IllegalArgumentException("the form is not a JSON object");
        }
        if (form.path("schemaVersion").asInt(0) > NEWEST_SCHEMA) {
            problems.add("schemaVersion is above " + NEWEST_SCHEMA + ", which is the newest that Tasklist knows");
        }
        components(form.path("components"), List.of());
        return new FormDefinition(text(form, "id"), fields, words, problems);
    }

    private void components(JsonNode components, List<String> hiddenAround) {
        components.forEach(component -> component(component, hiddenAround));
    }

    private void component(JsonNode component, List<String> hiddenAround) {
        String type = component.path("type").asText("");
        String name = name(component, type);
        List<String> hiddenWhen = new ArrayList<>(hiddenAround);
        String hide = text(component.path("conditional"), "hide");
        if (hide != null) {
            if (hide.startsWith("=")) {
                hiddenWhen.add(hide.substring(1));
            } else {
                problems.add(name + ": its condition to hide does not start with '='");
            }
        }
        collectWords(component);
        if (FIELDS.containsKey(type)) {
            field(component, name, FIELDS.get(type), hiddenWhen);
        } else if (type.equals("group")) {
            if (text(component, "path") != null || component.path("isRepeating").asBoolean()) {
                problems.add(name + ": a group with a path or with repetition nests its answers, which a record cannot take");
            }
            components(component.path("components"), hiddenWhen);
        } else if (type.equals("button")) {
            if (!BUTTON_ACTIONS.contains(component.path("action").asText("submit"))) {
                problems.add(name + ": a button can submit or reset, nothing else");
            }
        } else if (!DISPLAY_ONLY.contains(type)) {
            problems.add(name + ": components of type '" + type + "' are not allowed");
        }
    }

    private void field(JsonNode component, String name, Kind kind, List<String> hiddenWhen) {
        String key = text(component, "key");
        if (key == null || !KEY.matcher(key).matches()) {
            problems.add(name + ": its key must be one word in lower camel case");
            return;
        }
        if (!keys.add(key)) {
            problems.add(name + ": another field has the same key");
            return;
        }
        JsonNode validate = component.path("validate");
        validate.fields().forEachRemaining(rule -> {
            if (rule.getValue().isTextual() && rule.getValue().textValue().startsWith("=")) {
                problems.add(name + ": a rule by expression (" + rule.getKey() + ") does not work in Tasklist");
            }
        });
        String label = label(component);
        if (label == null) {
            // a date has its question in a property of its own
            label = text(component, "dateLabel");
        }
        if (label == null) {
            problems.add(name + ": it has no label");
        }
        fields.add(new Field(
                key,
                label == null || label.startsWith("=") || label.contains("{{") ? key : label.strip(),
                kind(component, name, kind),
                validate.path("required").asBoolean(false),
                limits(component, validate, name),
                kind.offersChoices() ? choices(component, name) : Choices.NONE,
                hiddenWhen,
                text(component.path("properties"), "day"),
                readonlyWhen(component)));
    }

    /** A date and a time have labels of their own names. */
    private static String label(JsonNode component) {
        return List.of("label", "dateLabel", "timeLabel").stream()
                .map(name -> text(component, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Kind kind(JsonNode component, String name, Kind kind) {
        if (kind != Kind.DATE) {
            return kind;
        }
        if (component.path("disallowPassedDates").asBoolean()) {
            problems.add(name + ": 'disallow past dates' goes by the browser's clock; name the kind of day in the custom property 'day'");
        }
        return switch (component.path("subtype").asText("date")) {
            case "time" -> Kind.TIME;
            case "datetime" -> Kind.DATE_TIME;
            default -> Kind.DATE;
        };
    }

    private Limits limits(JsonNode component, JsonNode validate, String name) {
        return new Limits(
                number(validate, "min"),
                number(validate, "max"),
                whole(validate, "minLength"),
                whole(validate, "maxLength"),
                pattern(validate, name),
                whole(component, "decimalDigits"),
                number(component, "increment"),
                component.path("serializeToString").asBoolean(false));
    }

    private Pattern pattern(JsonNode validate, String name) {
        switch (validate.path("validationType").asText("")) {
            case "email":
                return EMAIL;
            case "phone":
                return PHONE;
            default:
                String pattern = text(validate, "pattern");
                try {
                    return pattern == null ? null : Pattern.compile(pattern);
                } catch (PatternSyntaxException unreadable) {
                    problems.add(name + ": its pattern cannot be read: " + unreadable.getDescription());
                    return null;
                }
        }
    }

    private Choices choices(JsonNode component, String name) {
        String shownUnder = text(component, "valuesKey");
        if (shownUnder != null) {
            return new Choices(List.of(), shownUnder);
        }
        if (text(component, "valuesExpression") != null) {
            problems.add(name + ": choices by expression are not allowed; give them by valuesKey from the step");
            return Choices.NONE;
        }
        List<Option> fixed = new ArrayList<>();
        Set<String> values = new HashSet<>();
        component.path("values").forEach(value -> {
            if (!value.path("value").isTextual() || value.path("value").textValue().isBlank() || !values.add(value.path("value").textValue())) {
                problems.add(name + ": each choice needs a value of its own, as text");
            } else {
                String code = value.path("value").textValue();
                fixed.add(new Option(value.path("label").asText(code), code));
            }
        });
        if (fixed.isEmpty()) {
            problems.add(name + ": it offers no choice");
        }
        return new Choices(List.copyOf(fixed), null);
    }

    private static String readonlyWhen(JsonNode component) {
        if (component.path("disabled").asBoolean(false)) {
            return "true";
        }
        JsonNode readonly = component.path("readonly");
        if (readonly.isTextual() && readonly.textValue().startsWith("=")) {
            return readonly.textValue();
        }
        return readonly.asBoolean(false) ? "true" : null;
    }

    private void collectWords(JsonNode component) {
        for (String property : List.of("text", "label", "dateLabel", "timeLabel", "description")) {
            String words = text(component, property);
            if (words != null) {
                Matcher shown = SHOWN_NAME.matcher(words);
                while (shown.find()) {
                    this.words.add(shown.group(1));
                }
            }
        }
    }

    private static String name(JsonNode component, String type) {
        String key = text(component, "key");
        String id = text(component, "id");
        if (key != null) {
            return "field '" + key + "'";
        }
        return type + " '" + (id == null ? "without id" : id) + "'";
    }

    private static BigDecimal number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual()) {
            try {
                return new BigDecimal(value.textValue().strip());
            } catch (NumberFormatException none) {
                return null;
            }
        }
        return null;
    }

    private static Integer whole(JsonNode node, String name) {
        BigDecimal number = number(node, name);
        return number == null ? null : number.intValue();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
