package org.redress.engine.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.SetRemovalTimeSelectModeForHistoricProcessInstancesBuilder;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.redress.clock.Now;
import org.redress.engine.AsTheHouse;
import org.redress.record.CaseHolding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of a case: every instance of its procedures with tasks, variables, decisions, jobs and the log of
 * who claimed what. All of it is found by the business key, which is the reference.
 */
@Component
@Order(CaseHolding.EARLY)
class EngineHolding implements CaseHolding {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final AsTheHouse asTheHouse;
    private final Now now;

    EngineHolding(RuntimeService runtime, HistoryService history, AsTheHouse asTheHouse, Now now) {
        this.runtime = runtime;
        this.history = history;
        this.asTheHouse = asTheHouse;
        this.now = now;
    }

    @Override
    public Optional<String> stillNeeded(String caseReference) {
        long running = asTheHouse.call(() ->
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseReference).count());
        return running == 0 ? Optional.empty() : Optional.of("A procedure of the case is still under way");
    }

    @Override
    public void dispose(String caseReference) {
        asTheHouse.run(() -> {
            Set<String> instances = instances(caseReference);
            instances.forEach(this::disposeOf);
            if (!instances.isEmpty()) {
                history.deleteHistoricProcessInstances(List.copyOf(instances));
            }
        });
    }

    /** The engine's own clean-up must not remove what a hold keeps, nor keep what is let go. */
    @Override
    public void keep(String caseReference, LocalDate until) {
        asTheHouse.run(() -> {
            List<String> ended = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseReference)
                    .finished()
                    .rootProcessInstances()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (ended.isEmpty()) {
                return;
            }
            SetRemovalTimeSelectModeForHistoricProcessInstancesBuilder choose =
                    history.setRemovalTimeToHistoricProcessInstances();
            (until == null ? choose.clearedRemovalTime() : choose.absoluteRemovalTime(Date.from(now.endOf(until))))
                    .byIds(ended.toArray(String[]::new))
                    .hierarchical()
                    .executeAsync();
        });
    }

    private Set<String> instances(String caseReference) {
        Set<String> found = new TreeSet<>();
        List<String> next = new ArrayList<>(ids(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference)
                .list()));
        while (!next.isEmpty()) {
            String id = next.remove(next.size() - 1);
            if (found.add(id)) {
                next.addAll(ids(history.createHistoricProcessInstanceQuery().superProcessInstanceId(id).list()));
            }
        }
        return found;
    }

    /** What the engine does not remove together with an instance. */
    private void disposeOf(String instance) {
        history.createHistoricDecisionInstanceQuery().processInstanceId(instance).list()
                .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
        history.createUserOperationLogQuery().processInstanceId(instance).list().stream()
                .map(UserOperationLogEntry::getId)
                .forEach(history::deleteUserOperationLogEntry);
    }

    private static List<String> ids(List<HistoricProcessInstance> instances) {
        return instances.stream().map(HistoricProcessInstance::getId).toList();
    }
}
