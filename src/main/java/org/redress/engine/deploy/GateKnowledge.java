package org.redress.engine.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.redress.engine.calls.DiagramCalls;
import org.redress.models.Known;
import org.redress.models.KnownCalls;
import org.redress.models.VariableRegister;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What this house offers to the models that are deployed in it: its calls and its variables. */
@Component
class GateKnowledge {

    private static final String REGISTER = "guides/for-process-owners/variable-register.md";

    private final DiagramCalls calls;
    private final Map<String, String> variables;

    GateKnowledge(DiagramCalls calls) {
        this.calls = calls;
        try {
            this.variables = VariableRegister.types(new ClassPathResource(REGISTER).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The variable register " + REGISTER + " is not in the program", missing);
        }
    }

    Known known() {
        return new Known(new MarkedCalls(calls), variables);
    }

    private record MarkedCalls(DiagramCalls calls) implements KnownCalls {

        @Override
        public Set<String> beans() {
            return calls.beans();
        }

        @Override
        public boolean knows(String bean, String method, int arguments) {
            return calls.knows(bean, method, arguments);
        }

        @Override
        public Collection<String> methodsOf(String bean) {
            return calls.methodsOf(bean);
        }
    }
}
