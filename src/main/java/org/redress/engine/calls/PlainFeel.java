package org.redress.engine.calls;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * FEEL that is shown plain values only. On a value that it does not know as its own FEEL reads every property and calls every
 * method, so that a file handed to a table, a few bytes are enough, leads by their class to every class there is.
 */
public final class PlainFeel implements FeelEngineFactory {

    /** What FEEL has a kind of its own for. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class, Boolean.class, Short.class, Integer.class, Long.class, Float.class, Double.class, BigInteger.class,
            BigDecimal.class, LocalDate.class, LocalTime.class, LocalDateTime.class, OffsetTime.class, OffsetDateTime.class,
            ZonedDateTime.class, Duration.class, Period.class);

    @Override
    public FeelEngine createInstance() {
        return new Shown(new ScalaFeelEngineFactory().createInstance());
    }

    private record Shown(FeelEngine feel) implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext values) {
            return feel.evaluateSimpleExpression(expression, new Plain(values));
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext values) {
            return feel.evaluateSimpleUnaryTests(expression, input, new Plain(values));
        }
    }

    private record Plain(VariableContext values) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            TypedValue value = values.resolve(name);
            if (value != null) {
                check(name, value.getValue());
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            return values.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return values.keySet();
        }

        private static void check(String name, Object value) {
            if (value instanceof List<?> list) {
                list.forEach(item -> check(name, item));
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(item -> check(name, item));
            } else if (!isPlain(value)) {
                throw new NotPlain("'" + name + "' holds a " + value.getClass().getTypeName()
                        + ". Tables and conditions are asked about words, numbers, days, yes or no, and lists of these, and about nothing else.");
            }
        }

        private static boolean isPlain(Object value) {
            return value == null
                    || PLAIN.contains(value.getClass())
                    || value instanceof Enum<?>
                    || value instanceof Date
                    || value instanceof SpinJsonNode;
        }
    }
}
