package org.redress.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the tests that carry {@link Rule}, in the classes that the build runs. */
final class RuleTests {

    private static final Path CLASSES = Path.of("target/test-classes");

    /** A method and the class that declares it. */
    record Proof(Class<?> test, Method method) implements Comparable<Proof> {

        /** The sentence of the method's name. */
        String sentence() {
            return method.getName().replace('_', ' ');
        }

        Path source() {
            return Path.of("src/test/java", outermost().getName().replace('.', '/') + ".java");
        }

        private Class<?> outermost() {
            Class<?> found = test;
            while (found.getEnclosingClass() != null) {
                found = found.getEnclosingClass();
            }
            return found;
        }

        /** What keeps this method from being run in the build; empty where nothing does. */
        String fault() {
            if (!AnnotationSupport.isAnnotated(method, Testable.class)) {
                return "is no test";
            }
            if (AnnotationSupport.isAnnotated(method, Disabled.class) || AnnotationSupport.isAnnotated(test, Disabled.class)) {
                return "is disabled";
            }
            // the names that surefire and failsafe look for in pom.xml
            return outermost().getSimpleName().matches(".*(Test|IT)") ? "" : "is in a class that the build does not run";
        }

        @Override
        public int compareTo(Proof other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return test.getSimpleName() + "." + method.getName();
        }
    }

    private RuleTests() {}

    /** All tests with a rule, by the number of the rule. */
    static Map<String, TreeSet<Proof>> byRule() {
        Map<String, TreeSet<Proof>> found = new TreeMap<>();
        for (Class<?> test : classes()) {
            for (Method method : test.getDeclaredMethods()) {
                Rule rule = method.getAnnotation(Rule.class);
                if (rule != null) {
                    for (String id : rule.value()) {
                        found.computeIfAbsent(id, any -> new TreeSet<>()).add(new Proof(test, method));
                    }
                }
            }
        }
        return found;
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith("org/redress/") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(RuleTests::load)
                    .filter(found -> !found.isInterface())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RuleTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
