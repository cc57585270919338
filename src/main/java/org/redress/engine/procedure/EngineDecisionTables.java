package org.redress.engine.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.redress.engine.AsTheHouse;
import org.redress.engine.calls.ClosedTables;
import org.redress.step.DecisionRow;
import org.redress.step.DecisionTables;
import org.springframework.stereotype.Component;

/** Asks the table that was deployed together with the case's own process, so that old cases keep old rules. */
@Component
class EngineDecisionTables implements DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final AsTheHouse asTheHouse;
    /** Beside the engine's own, for that one writes each question into the history. */
    private final DmnEngine withoutHistory = ClosedTables.engine();

    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    EngineDecisionTables(
            DecisionService decisions, RepositoryService repository, RuntimeService runtime, AsTheHouse asTheHouse) {
        this.decisions = decisions;
        this.repository = repository;
        this.runtime = runtime;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public List<Map<String, Object>> evaluate(String decision, String caseReference, Map<String, ?> inputs) {
        return asTheHouse.call(() -> decisions
                .evaluateDecisionById(definition(decision, caseReference).getId())
                .variables(new HashMap<>(inputs))
                .evaluate()
                .getResultList());
    }

    @Override
    public List<DecisionRow> rows(String decision, String caseReference) {
        return asTheHouse.call(() -> {
            String definition = definition(decision, caseReference).getId();
            Decision element = repository.getDmnModelInstance(definition).getModelElementById(decision);
            DecisionTable table = (DecisionTable) element.getExpression();
            return table.getRules().stream().map(rule -> row(table, rule)).toList();
        });
    }

    private static DecisionRow row(DecisionTable table, Rule rule) {
        List<DecisionRow.Condition> conditions = new ArrayList<>();
        Iterator<Input> columns = table.getInputs().iterator();
        for (InputEntry entry : rule.getInputEntries()) {
            Input column = columns.next();
            String cell = entry.getText().getTextContent().strip();
            if (!cell.isEmpty()) {
                String fact = column.getInputExpression().getText().getTextContent().strip();
                conditions.add(new DecisionRow.Condition(fact, column.getLabel(), cell));
            }
        }
        Map<String, String> conclusions = new HashMap<>();
        Iterator<Output> outputs = table.getOutputs().iterator();
        for (OutputEntry entry : rule.getOutputEntries()) {
            conclusions.put(outputs.next().getName(), entry.getText().getTextContent().strip().replace("\"", ""));
        }
        String annotation = rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return new DecisionRow(rule.getId(), annotation, conditions, conclusions);
    }

    private DecisionDefinition definition(String decision, String caseReference) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference)
                .rootProcessInstances()
                .list();
        for (ProcessInstance instance : running) {
            ProcessDefinition process = repository.getProcessDefinition(instance.getProcessDefinitionId());
            DecisionDefinition bound = repository.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .deploymentId(process.getDeploymentId())
                    .singleResult();
            if (bound != null) {
                return bound;
            }
        }
        return newest(decision);
    }

    private DecisionDefinition newest(String decision) {
        DecisionDefinition latest = repository.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalArgumentException("No decision table is called " + decision);
        }
        return latest;
    }

    @Override
    public List<Map<String, Object>> consult(String decision, Map<String, ?> inputs) {
        DmnDecision table = asTheHouse.call(() -> parsed.computeIfAbsent(newest(decision).getId(), id ->
                withoutHistory.parseDecision(decision, repository.getDecisionModel(id))));
        return withoutHistory.evaluateDecision(table, new HashMap<>(inputs)).getResultList();
    }
}
