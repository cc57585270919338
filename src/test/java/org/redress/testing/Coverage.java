package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which flow nodes and sequence flows of a diagram were gone through. A node counts when it ended by itself, a flow when
 * it was taken, and both only when the transaction was committed.
 */
public final class Coverage {

    private static final Map<String, Set<String>> SEEN = new ConcurrentHashMap<>();

    private final String process;

    private Coverage(String process) {
        this.process = process;
    }

    /** Begins to watch a diagram; what was gone through before does not count. */
    public static Coverage of(String process) {
        SEEN.put(process, ConcurrentHashMap.newKeySet());
        return new Coverage(process);
    }

    /** Holds that nothing of the diagram, as it was deployed last, was left out; names what was, by its label. */
    public void isWhole(RepositoryService repository) {
        assertThat(missing(repository))
                .as("Parts of the diagram %s that no test of this class goes through", process)
                .isEmpty();
    }

    private List<String> missing(RepositoryService repository) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        BpmnModelInstance model = repository.getBpmnModelInstance(latest.getId());
        Set<String> seen = SEEN.get(process);
        List<String> missing = new ArrayList<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (!seen.contains(node.getId())) {
                missing.add(label(node) + " [" + node.getId() + "]");
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (!seen.contains(flow.getId())) {
                missing.add(label(flow) + ": " + label(flow.getSource()) + " -> " + label(flow.getTarget()) + " ["
                        + flow.getId() + "]");
            }
        }
        return missing;
    }

    private static String label(FlowElement element) {
        return element.getName() == null ? element.getElementType().getTypeName() : element.getName();
    }

    /** Builds the watching into the engine of a test; the diagrams themselves stay as they are. */
    @Configuration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        ProcessEnginePlugin coverage() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl engine) {
                    var listeners = new ArrayList<>(
                            engine.getCustomPostBPMNParseListeners() == null
                                    ? List.of()
                                    : engine.getCustomPostBPMNParseListeners());
                    listeners.add(new AbstractBpmnParseListener() {
                        @Override
                        public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                            watch(definition);
                        }
                    });
                    engine.setCustomPostBPMNParseListeners(listeners);
                }
            };
        }

        private static void watch(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) Watching::ended);
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    String id = flow.getId();
                    ((TransitionImpl) flow).addListener(
                            ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> seen(execution, id));
                }
                watch(activity);
            }
        }

        private static void ended(DelegateExecution execution) {
            if (!execution.isCanceled()) {
                seen(execution, execution.getCurrentActivityId());
            }
        }

        private static void seen(DelegateExecution execution, String element) {
            Set<String> seen = SEEN.get(keyOf(execution));
            if (seen != null) {
                Context.getCommandContext()
                        .getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, context -> seen.add(element));
            }
        }

        private static String keyOf(DelegateExecution execution) {
            // an id reads key:version:number
            return execution.getProcessDefinitionId().split(":")[0];
        }
    }
}
