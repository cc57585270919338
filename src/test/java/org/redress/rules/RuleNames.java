package org.redress.rules;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names a test after the rules it proves and the sentence of its method: "5.1, 5.4 days are civil days in London". */
public class RuleNames extends DisplayNameGenerator.ReplaceUnderscores {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> test, Method method) {
        String sentence = super.generateDisplayNameForMethod(enclosing, test, method).replaceAll("\\(.*\\)$", "").strip();
        Rule rule = method.getAnnotation(Rule.class);
        return rule == null ? sentence : String.join(", ", rule.value()) + " " + sentence;
    }
}
