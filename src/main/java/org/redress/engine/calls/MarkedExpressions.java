package org.redress.engine.calls;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Reads every expression of diagrams, of their tasks, timers, conditions and calls, and of task lists. What these can reach
 * says {@link MarkedResolver}; decision tables have FEEL and none of this.
 */
final class MarkedExpressions extends JuelExpressionManager {

    /** Who asks and when: what task lists are made with. The engine's other functions hand out objects to work on. */
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    private final DiagramCalls calls;

    MarkedExpressions(DiagramCalls calls) {
        this.calls = calls;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return new MarkedResolver(calls, expressionFactory);
    }

    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new CallRefused("A decision table asks in JUEL: " + expression + ". Write the cell in FEEL.");
        };
    }
}
