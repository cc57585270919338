package org.redress.engine.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every door of the engine's REST API, read from the API's own classes: "METHOD /path" with x for every id. */
final class EngineApi {

    private final TreeSet<String> doors = new TreeSet<>();

    private EngineApi() {}

    static List<String> doors() {
        EngineApi api = new EngineApi();
        api.walk(DefaultProcessEngineRestServiceImpl.class, "", new ArrayDeque<>());
        return new ArrayList<>(api.doors);
    }

    private void walk(Class<?> resource, String base, Deque<Class<?>> above) {
        if (above.contains(resource)) {
            return;
        }
        above.push(resource);
        for (Method method : resource.getMethods()) {
            Optional<String> verb = verb(method);
            Optional<Path> path = find(method, Path.class);
            String place = base + path.map(Path::value).map(EngineApi::concrete).orElse("");
            if (verb.isPresent()) {
                doors.add(verb.get() + " " + (place.isEmpty() ? "/" : place));
            } else if (path.isPresent()) {
                walk(method.getReturnType(), place, above);
            }
        }
        above.pop();
    }

    private static String concrete(String template) {
        String filled = template.replaceAll("\\{[^}]*}", "x").replaceAll("/+$", "");
        return filled.startsWith("/") || filled.isEmpty() ? filled : "/" + filled;
    }

    private static Optional<String> verb(Method method) {
        return declarations(method).stream()
                .flatMap(declaration -> Arrays.stream(declaration.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> find(Method method, Class<A> type) {
        return declarations(method).stream()
                .map(declaration -> declaration.getAnnotation(type))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The method here, in the classes above and in the interfaces, whichever carries the annotations. */
    private static List<Method> declarations(Method method) {
        List<Method> found = new ArrayList<>();
        Deque<Class<?>> types = new ArrayDeque<>(List.of(method.getDeclaringClass()));
        while (!types.isEmpty()) {
            Class<?> type = types.pop();
            try {
                found.add(type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException notHere) {
                // declared further up
            }
            types.addAll(List.of(type.getInterfaces()));
            if (type.getSuperclass() != null) {
                types.add(type.getSuperclass());
            }
        }
        return found;
    }
}
