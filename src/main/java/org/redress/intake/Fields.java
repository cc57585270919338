package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.redress.kernel.WrittenText;

/**
 * Reads a JSON body field by field and gathers everything that is wrong with it, so that the sender mends it in one go.
 * A missing field and null read alike.
 */
final class Fields {

    /** Dates outside these years are slips of the pen. */
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2099;

    private final JsonNode node;
    private final String place;
    /** Faults by place, in the order in which the fields are read. */
    private final Map<String, List<String>> faults;
    private final Set<String> unreadable;
    private final Set<String> known = new TreeSet<>();

    private Fields(JsonNode node, String place, Map<String, List<String>> faults, Set<String> unreadable) {
        this.node = node;
        this.place = place;
        this.faults = faults;
        this.unreadable = unreadable;
    }

    private Fields(JsonNode node, String place, Fields above) {
        this(node, place, above.faults, above.unreadable);
    }

    static Fields of(JsonNode body) {
        boolean readable = body != null && body.isObject();
        Fields fields = new Fields(
                readable ? body : JsonNodeFactory.instance.objectNode(), "", new LinkedHashMap<>(), new TreeSet<>());
        if (!readable) {
            fields.add("", "Send a JSON object.");
        }
        return fields;
    }

    /** The fields of an object below this one; none where it is missing. */
    Fields object(String name) {
        JsonNode child = get(name);
        if (child != null && !child.isObject()) {
            cannotRead(name, "Send an object here.");
            child = null;
        }
        return new Fields(child == null ? JsonNodeFactory.instance.objectNode() : child, at(name), this);
    }

    boolean has(String name) {
        return get(name) != null;
    }

    String text(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            cannotRead(name, "Send text here.");
            return null;
        }
        String text = value.textValue();
        Optional<String> fault = WrittenText.fault(text);
        if (fault.isPresent()) {
            cannotRead(name, fault.get());
            return null;
        }
        return text;
    }

    Boolean flag(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            cannotRead(name, "Send true or false.");
            return null;
        }
        return value.booleanValue();
    }

    LocalDate date(String name) {
        return parsed(name, LocalDate::parse, "Send a date such as 2026-03-02.", LocalDate::getYear);
    }

    Instant instant(String name) {
        OffsetDateTime moment = parsed(
                name, OffsetDateTime::parse, "Send a moment such as 2026-03-02T09:14:00Z.", OffsetDateTime::getYear);
        return moment == null ? null : moment.toInstant();
    }

    <E extends Enum<E>> E code(String name, Class<E> type) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        cannotRead(name, "Send one of " + String.join(", ", names(type)) + ".");
        return null;
    }

    /** One of some codes. */
    String code(String name, Collection<String> codes) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (value.isTextual() && codes.contains(value.textValue())) {
            return value.textValue();
        }
        cannotRead(name, "Send one of " + String.join(", ", codes) + ".");
        return null;
    }

    /** The objects of a list, each with its own place; null for an item that is none, so that the others keep their places. */
    List<Fields> list(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            cannotRead(name, "Send a list here.");
            return List.of();
        }
        List<Fields> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String itemPlace = at(name) + "[" + i + "]";
            if (value.get(i).isObject()) {
                items.add(new Fields(value.get(i), itemPlace, this));
            } else {
                items.add(null);
                add(itemPlace, "Send an object here.");
            }
        }
        return items;
    }

    List<String> texts(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            cannotRead(name, "Send a list of texts.");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            Fields item = new Fields(JsonNodeFactory.instance.objectNode().set("line", value.get(i)), at(name) + "[" + i + "]", this);
            String text = item.text("line");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    void fault(String name, String message) {
        add(at(name), message);
    }

    /** Names every field that nobody asked for; call it once all fields have been read. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(name, "This field is not known here. Take it out, or check its spelling.");
            }
        });
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void alsoKnown(String name) {
        known.add(name);
    }

    /** @throws FieldsRefused where anything was wrong */
    void refuseIfAny() {
        if (!faults().isEmpty()) {
            throw new FieldsRefused(faults());
        }
    }

    /** Everything that is wrong, in the order of the fields. */
    List<FieldFault> faults() {
        return faults.entrySet().stream()
                .flatMap(at -> at.getValue().stream().map(words -> new FieldFault(at.getKey(), words)))
                .toList();
    }

    /** The places where something was sent that could not be read; whatever is asked of their value has no answer. */
    Set<String> unreadable() {
        return unreadable;
    }

    private <T> T parsed(String name, Function<CharSequence, T> parse, String message, Function<T, Integer> year) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        try {
            T result = parse.apply(value.isTextual() ? value.textValue() : "");
            if (year.apply(result) >= FIRST_YEAR && year.apply(result) <= LAST_YEAR) {
                return result;
            }
            cannotRead(name, "Send a year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        } catch (DateTimeException e) {
            cannotRead(name, message);
        }
        return null;
    }

    private JsonNode get(String name) {
        known.add(name);
        faults.computeIfAbsent(at(name), place -> new ArrayList<>());
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void cannotRead(String name, String message) {
        unreadable.add(at(name));
        fault(name, message);
    }

    private void add(String at, String message) {
        faults.computeIfAbsent(at, place -> new ArrayList<>()).add(message);
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
