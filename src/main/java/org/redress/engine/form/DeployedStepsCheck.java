package org.redress.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where the program and what is deployed no longer agree: a case that runs under an older version of a
 * diagram still needs the steps of that version.
 */
@Component
@Order(DeployedStepsCheck.ORDER)
class DeployedStepsCheck implements ApplicationRunner {

    /** Right after the models are deployed. */
    static final int ORDER = 11;

    private final ProcessEngine engine;
    private final DoorParseListener listener;

    DeployedStepsCheck(ProcessEngine engine, DoorParseListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> problems = new ArrayList<>();
        Set<String> newest = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .collect(Collectors.toSet());
        for (ProcessDefinition process : engine.getRepositoryService().createProcessDefinitionQuery().list()) {
            if (newest.contains(process.getId()) || hasCases(process)) {
                problems.addAll(problems(process.getId()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Deployed steps do not fit this program. " + String.join(" ", problems));
        }
    }

    private boolean hasCases(ProcessDefinition process) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionId(process.getId()).count() > 0;
    }

    private List<String> problems(String processId) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity process = configuration.getDeploymentCache().findDeployedProcessDefinitionById(processId);
            return listener.problems(process, DoorParseListener.deployment(process.getDeploymentId())).stream()
                    .map(problem -> "Version " + process.getVersion() + " of " + problem)
                    .toList();
        });
    }
}
