package org.redress.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Facts that a diagram needs to find its way: codes, flags, whole numbers and ISO dates, never a name and never prose.
 * The rule is enforced here, so that nothing a person wrote can reach the engine's tables by mistake.
 */
public final class RoutingFacts {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./-]{0,64}");
    private static final RoutingFacts NONE = new RoutingFacts(Map.of());

    private final Map<String, Object> values;

    private RoutingFacts(Map<String, Object> values) {
        this.values = values;
    }

    /** No fact at all: the step does not steer the diagram. */
    public static RoutingFacts none() {
        return NONE;
    }

    /** One fact; see {@link #and(String, Object)}. */
    public static RoutingFacts of(String name, Object value) {
        return NONE.and(name, value);
    }

    /**
     * These facts and one more.
     *
     * @param value null, a boolean, a whole number, an enum constant, an ISO date or a code of at most 64 characters without spaces, or a list
     *     of such codes
     * @throws IllegalArgumentException where the value is anything else
     */
    public RoutingFacts and(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, checked(name, value));
        return new RoutingFacts(more);
    }

    /** Whether a text is a code as {@link #and} takes it. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The facts by name, in the order they were given; values may be null. */
    public Map<String, Object> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    private static Object checked(String name, Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof java.time.LocalDate date) {
            return date.toString();
        }
        if (value instanceof String text && isCode(text)) {
            return text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> checked(name, item)).toList();
        }
        throw new IllegalArgumentException("The routing fact '" + name + "' is neither a code, a flag, a number nor a date");
    }
}
