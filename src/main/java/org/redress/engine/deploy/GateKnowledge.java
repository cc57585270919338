package org.redress.engine.deploy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.engine.calls.DiagramCalls;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;
import org.redress.models.Known;
import org.redress.models.KnownCalls;
import org.springframework.stereotype.Component;

/** What this house offers to the models that are deployed in it: its calls, and what its procedures declare. */
@Component
class GateKnowledge {

    private final DiagramCalls calls;
    private final Kinds kinds;

    GateKnowledge(DiagramCalls calls, Kinds kinds) {
        this.calls = calls;
        this.kinds = kinds;
    }

    Known known() {
        Map<String, String> variables = new TreeMap<>();
        kinds.all().forEach(kind -> kind.variables().forEach(variable -> variables.put(variable.name(), variable.type())));
        Set<String> clocks = kinds.clocks().stream().map(DeclaredClock::name).collect(Collectors.toSet());
        return new Known(new MarkedCalls(calls), variables, clocks, kinds.groups());
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
