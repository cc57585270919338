package org.redress.engine.calls;

import java.util.Set;
import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;

/**
 * What a stored or submitted value may become when it is read: lists and maps of plain values. The value itself names its
 * class, and reading it would make whatever is named.
 */
final class PlainTypes implements DeserializationTypeValidator {

    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object", "java.lang.String", "java.lang.Boolean", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Float", "java.lang.Double", "java.math.BigInteger", "java.math.BigDecimal", "java.util.Date",
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.Map", "java.util.ArrayList", "java.util.LinkedList",
            "java.util.Arrays$ArrayList", "java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.util.HashMap",
            "java.util.LinkedHashMap", "java.util.TreeMap");

    @Override
    public boolean validate(String type) {
        return PLAIN.contains(type) || type.startsWith("java.util.ImmutableCollections$") || type.startsWith("java.util.Collections$");
    }
}
