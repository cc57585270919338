package org.redress.engine.calls;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return calls().getOrDefault(bean, List.of()).stream()
                .anyMatch(call -> call.getName().equals(method) && call.getParameterCount() == arguments);
    }

    /** The names of a bean's calls. */
    public Collection<String> methodsOf(String bean) {
        return calls().getOrDefault(bean, List.of()).stream().map(Method::getName).distinct().sorted().toList();
    }

    private Map<String, List<Method>> calls() {
        if (calls == null) {
            Map<String, List<Method>> found = new LinkedHashMap<>();
            for (String bean : factory.getBeanDefinitionNames()) {
                Class<?> type = factory.getType(bean, false);
                if (type != null && type.getName().startsWith("org.redress.")) {
                    List<Method> marked = Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                            .filter(method -> AnnotatedElementUtils.hasAnnotation(method, ForDiagrams.class))
                            .toList();
                    if (!marked.isEmpty()) {
                        found.put(bean, marked);
                    }
                }
            }
            calls = found;
        }
        return calls;
    }
}
