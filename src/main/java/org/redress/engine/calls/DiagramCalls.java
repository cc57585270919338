package org.redress.engine.calls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.kernel.ForDiagrams;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The calls that are made for diagrams: methods marked {@link ForDiagrams}, by the name of their bean. */
@Component
public class DiagramCalls {

    private final ListableBeanFactory factory;
    private volatile Map<String, List<Method>> calls;

    DiagramCalls(ListableBeanFactory factory) {
        this.factory = factory;
    }

    /** The names that a call may begin with. */
    public Set<String> beans() {
        return calls().keySet();
    }

    public boolean knows(String bean, String method, int arguments) {
        return find(bean, method, arguments).isPresent();
    }

    /** The names of a bean's calls. */
    public Collection<String> methodsOf(String bean) {
        return calls().getOrDefault(bean, List.of()).stream().map(Method::getName).distinct().sorted().toList();
    }

    /** The marked method, if a bean has it with so many arguments. */
    Optional<Method> find(String bean, String method, int arguments) {
        return calls().getOrDefault(bean, List.of()).stream()
                .filter(call -> call.getName().equals(method) && call.getParameterCount() == arguments)
                .findFirst();
    }

    /**
     * Makes a call.
     *
     * @throws InvocationTargetException with what the called method threw
     */
    Object make(String bean, Method call, Object[] arguments) throws InvocationTargetException {
        try {
            return call.invoke(factory.getBean(bean), arguments);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("The call " + bean + "." + call.getName() + " is marked for diagrams but is not public", closed);
        }
    }

    private Map<String, List<Method>> calls() {
        Map<String, List<Method>> known = calls;
        if (known == null) {
            known = read();
            calls = known;
        }
        return known;
    }

    private Map<String, List<Method>> read() {
        Map<String, List<Method>> found = new LinkedHashMap<>();
        for (String bean : factory.getBeanDefinitionNames()) {
            Class<?> type = factory.getType(bean, false);
            if (type != null && type.getName().startsWith("org.redress.")) {
                List<Method> marked = Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, ForDiagrams.class))
                        .toList();
                if (!marked.isEmpty()) {
                    found.put(bean, unambiguous(bean, marked));
                }
            }
        }
        return found;
    }

    /** An expression names a call by its name and the number of its arguments only. */
    private static List<Method> unambiguous(String bean, List<Method> marked) {
        for (Method one : marked) {
            long alike = marked.stream()
                    .filter(other -> other.getName().equals(one.getName()) && other.getParameterCount() == one.getParameterCount())
                    .count();
            if (alike > 1) {
                throw new IllegalStateException("Two calls marked for diagrams are " + bean + "." + one.getName() + " with "
                        + one.getParameterCount() + " arguments; mark one.");
            }
        }
        return marked;
    }
}
