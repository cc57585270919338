package org.redress.engine.procedure;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.redress.engine.AsTheHouse;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts processes and hands messages to them, in the caller's transaction and in the house's own name. */
@Component
class EngineProcedures implements Procedures {

    private final RuntimeService runtime;
    private final AsTheHouse asTheHouse;

    EngineProcedures(RuntimeService runtime, AsTheHouse asTheHouse) {
        this.runtime = runtime;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public void start(String process, String caseReference, RoutingFacts facts) {
        Map<String, Object> variables = new java.util.HashMap<>(facts.values());
        variables.put("caseReference", caseReference);
        asTheHouse.run(() -> runtime.startProcessInstanceByKey(process, caseReference, variables));
    }

    @Override
    public boolean tell(String message, String caseReference, RoutingFacts facts) {
        return tell(message, caseReference, RoutingFacts.none(), facts);
    }

    @Override
    public boolean tell(String message, String caseReference, RoutingFacts which, RoutingFacts facts) {
        return asTheHouse.call(() -> {
            ExecutionQuery meant = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(caseReference);
            which.values().forEach(meant::processVariableValueEquals);
            List<Execution> waiting = meant.list();
            try {
                waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), facts.values()));
            } catch (OptimisticLockingException overtaken) {
                throw new ObjectOptimisticLockingFailureException(
                        "Somebody moved " + caseReference + " on at the same moment", overtaken);
            }
            return !waiting.isEmpty();
        });
    }

    @Override
    public void know(String caseReference, RoutingFacts facts) {
        asTheHouse.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference)
                .active()
                .list()
                .forEach(instance -> runtime.setVariables(instance.getId(), facts.values())));
    }
}
